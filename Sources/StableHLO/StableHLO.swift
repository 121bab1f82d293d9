// StableHLO
