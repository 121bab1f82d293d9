// Blox
