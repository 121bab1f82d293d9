// Every file that is fetched has its version and SHA-256 here; pip takes no other.

extension Wheel {
  /// OpenBLAS's LAPACK, which factorizations on CPUs call. It is what `make setup` takes: Utilities/pins/lapack.txt.
  static let lapack = Wheel(
    "scipy-openblas32", "0.3.34.481.3",
    "0595f94cd58c1f8a0d90c975621f4587337a003916b1979e834ebdf2cb5d9504")
}

extension PluginPackage {
  /// XLA for CPUs. It is what `make setup` takes: Utilities/pins/plugin.txt.
  static let cpu = PluginPackage(
    option: "--cpu", title: "XLA for CPUs", machines: [.linux("x86_64")],
    wheels: [
      Wheel(
        "lammps-jax-pjrt-cpu", "0.11.2",
        "1319390d948b39f69f7dade496b7c385149d9ca6097a6b62114da113216d9ad1")
    ])

  /// Apple's GPUs.
  static let metal = PluginPackage(
    option: "--metal", title: "Apple's GPUs", machines: [.appleSilicon],
    wheels: [
      Wheel(
        "jax-mps", "0.11.1",
        "defef43da225b50689e72300f33772610003189377cc09b0acb0f9a1364d4e2a")
    ])

  /// NVIDIA's GPUs, with the parts of CUDA 13 that the plugin opens: one hash for x86-64, one for arm64.
  static let cuda = PluginPackage(
    option: "--cuda", title: "NVIDIA's GPUs (CUDA 13, some 3 GB)",
    machines: [.linux("x86_64"), .linux("aarch64")],
    wheels: [
      Wheel(
        "jax-cuda13-pjrt", "0.11.2",
        "e5ff589d43064913bb74027682d89639c7ea48f9f81c2bae6fc75117e913f93e",
        "63b55e50e5c2583a25e196ba06b034b63d2b2d8ad4c2f17935652c8d3ad2dd2d"),
      Wheel(
        "nvidia-cublas", "13.0.2.14",
        "0cf238ffdbe46c00cb9aa98e7bca745c223a5ca5a53e686ac8b3e5a08fe80d6c",
        "17165c296de689662b96e0ef4f21dfbff3092ff00d0e3e59470f5acb08c0f87d"),
      Wheel(
        "nvidia-cuda-cupti", "13.0.85",
        "4eb01c08e859bf924d222250d2e8f8b8ff6d3db4721288cf35d14252a4d933c8",
        "796bd679890ee55fb14a94629b698b6db54bcfd833d391d5e94017dd9d7d3151"),
      Wheel(
        "nvidia-cuda-nvcc", "13.0.88",
        "56fe502eb77625a12f25172caa3cdddb4e4c8ba2c8c17dba44b164761b380f03",
        "c7ff28f86a24effdc6c034fa15230c549a273e4771b10a7fec14996f8cf3307f"),
      Wheel(
        "nvidia-cuda-runtime", "13.0.96",
        "7f82250d7782aa23b6cfe765ecc7db554bd3c2870c43f3d1821f1d18aebf0548",
        "ef9bcbe90493a2b9d810e43d249adb3d02e98dd30200d86607d8d02687c43f55"),
      Wheel(
        "nvidia-cuda-nvrtc", "13.0.88",
        "ad9b6d2ead2435f11cbb6868809d2adeeee302e9bb94bcf0539c7a40d80e8575",
        "d27f20a0ca67a4bb34268a5e951033496c5b74870b868bacd046b1b8e0c3267b"),
      Wheel(
        "nvidia-cudnn-cu13", "9.12.0.46",
        "f3befad533e234069eb61ae0d12cb7aa8af0ccf36f28c1d4273cc0005d990de0",
        "62e8441f9693547fe72108b1974fb82fde9a89d6dcb7b7d117ce8969d08e08e3"),
      Wheel(
        "nvidia-cufft", "12.0.0.61",
        "6c44f692dce8fd5ffd3e3df134b6cdb9c2f72d99cf40b62c32dde45eea9ddad3",
        "2708c852ef8cd89d1d2068bdbece0aa188813a0c934db3779b9b1faa8442e5f5"),
      Wheel(
        "nvidia-cusolver", "12.0.9.81",
        "5d28371e1301d1edfb15b8b1201e24cd680bc72de7f384cc162c7edbd8c5348c",
        "124e9ade619124f4a4a946dd63814d0cfc7b4738d9f34639b83f4d7c323e1eb9"),
      Wheel(
        "nvidia-cusparse", "12.6.3.3",
        "2b3c89c88d01ee0e477cb7f82ef60a11a4bcd57b6b87c33f789350b59759360b",
        "80bcc4662f23f1054ee334a15c72b8940402975e0eab63178fc7e670aa59472c"),
      Wheel(
        "nvidia-nccl-cu13", "2.27.7",
        "b28a524abd8389b76a4a3f133c76a7aaa7005e47fcaa9d9603b90103927a3f93",
        "5e3cc863e52bf9dd1e3ab1941bddb414098f489ae7342f6b3a274602303da123"),
      Wheel(
        "nvidia-nvjitlink", "13.0.88",
        "13a74f429e23b921c1109976abefacc69835f2f433ebd323d3946e11d804e47b",
        "e931536ccc7d467a98ba1d8b89ff7fa7f1fa3b13f2b0069118cd7f47bff07d0c"),
      Wheel(
        "nvidia-nvshmem-cu13", "3.3.24",
        "c14d09571697d2e57cb079c8daec88ab1c68cb3586532bfbd4886125a08339b7",
        "28ae82a4d14b322b93409535de62df6b7b83f4f7672ca97fc89107c2d40ce2c2"),
      Wheel(
        "nvidia-nvvm", "13.0.88",
        "c5f41ffeb6466944a026dfa5317d7d85355c119bbec279205d22f1869d1054e0",
        "c4376a291d72d22a315d9d2f69bdae8f8cd83a627f75bad395cee49a0fe65dc1"),
    ])

  /// Google's TPUs: a hash for each version of Python.
  static let tpu = PluginPackage(
    option: "--tpu", title: "Google's TPUs", machines: [.linux("x86_64")],
    wheels: [
      Wheel(
        "libtpu", "0.0.50",
        "7406935b78a044e49cc89e16b9114bc92864b30fd3ddd44661e5126093df8c01",
        "b5e382937a33a42972e5b6ff228ad5467314ae40483c82c205f48649a7643706",
        "64a959441c0ad4a278e9013024c8b542f40eed5b559902592303377242378671",
        "bf232c6bd854570946262df6ebd381e5f709a91752c4d6433578f423595fcf5c",
        "c7d19d91d499bec6d71833cb64453921557b3608f4c1321d8aabca9f6b0b6166")
    ])
}
