extension HTMLDisplay {
  /// How the page looks, light or dark as the system or the button says.
  static let style = """
    :root { color-scheme: light dark; --back: light-dark(#fff, #0d1117); --ink: light-dark(#1f2328, #e6edf3);
      --edge: light-dark(#d0d7de, #3d444d); --dim: light-dark(#59636e, #9198a1);
      --type: light-dark(#0550ae, #79c0ff); --link: light-dark(#8250df, #d2a8ff);
      --yes: light-dark(#1a7f37, #56d364); --no: light-dark(#bf3989, #ff9bce); --bad: light-dark(#cf222e, #ff7b72);
      --hover: light-dark(#f3f5f7, #1c2128); --bar: light-dark(#ddf4ff, #0c2d6b); }
    :root[data-theme=light] { color-scheme: light; }
    :root[data-theme=dark] { color-scheme: dark; }
    body { margin: 0 auto; max-width: 90rem; padding: 0 1.5rem 3rem; background: var(--back); color: var(--ink);
      font: 14px/1.5 ui-sans-serif, system-ui, sans-serif; }
    header { position: sticky; top: 0; z-index: 1; padding-top: 1rem; background: var(--back); }
    h1 { margin: 0; font-size: 1.25rem; }
    header p { margin: 0 0 .5rem; color: var(--dim); }
    .tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: .5rem; }
    input, button { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--edge);
      border-radius: 6px; padding: .15rem .6rem; }
    input { flex: 0 1 22rem; min-width: 8rem; }
    button:hover { background: var(--hover); cursor: pointer; }
    output { flex: 1; min-width: 8rem; color: var(--dim); }
    main, .head { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; }
    ul { margin: 0; padding: 0 0 0 .9rem; list-style: none; border-left: 1px solid var(--edge); }
    ul.tree { margin-top: .25rem; padding-left: 0; border-left: 0; }
    ul ul { margin-left: .45rem; }
    .line { display: grid; grid-template-columns: minmax(0, 1fr) 10rem 6.5rem 6rem; column-gap: .75rem;
      align-items: center; padding: 1px .4rem; border-radius: 4px; }
    .head { color: var(--dim); border-bottom: 1px solid var(--edge); border-radius: 0; }
    .what { overflow-wrap: anywhere; padding-left: 2.2em; text-indent: -1.1em; }
    summary { cursor: pointer; list-style: none; }
    summary::-webkit-details-marker { display: none; }
    summary > .what::before { content: "▸"; display: inline-block; width: 1.1em; text-indent: 0; margin-left: -1.1em;
      color: var(--dim); }
    details[open] > summary > .what::before { content: "▾"; }
    .line:not(.head):hover, :target > .line, :target.line { background: var(--hover); }
    .elements, .bytes { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .elements, .array .bytes, .parameter .bytes { color: var(--dim); }
    .line:not(.head) > .bytes { padding-right: .25rem; border-radius: 3px;
      background: linear-gradient(to left, var(--bar) var(--part, 0%), transparent var(--part, 0%)); }
    .picture { display: flex; gap: .5rem; align-items: center; }
    canvas { image-rendering: pixelated; }
    .picture .heat { border-radius: 2px; }
    .large { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: end; margin: .25rem 0 .75rem 2.2em; }
    .large p { flex: 1 0 100%; margin: 0; color: var(--dim); }
    .large figure { margin: 0; color: var(--dim); }
    .large figcaption { display: flex; justify-content: space-between; }
    .large canvas { display: block; border: 1px solid var(--edge); }
    .name { font-weight: 600; } .type { color: var(--type); } .argument, .value { color: var(--dim); }
    .reference { color: var(--link); } .trainable { color: var(--yes); font-weight: 600; }
    .fixed { color: var(--no); font-weight: 600; } .failure { color: var(--bad); }
    [hidden] { display: none !important; }
    @media (max-width: 50rem) {
      body { padding: 0 .5rem 2rem; }
      .line { grid-template-columns: minmax(0, 1fr) 5.5rem; } .line > .elements, .line > .picture { display: none; } }
    """
}
