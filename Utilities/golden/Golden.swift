@main struct Golden { static func main() {} }
