import Testing

/// Every test that runs a plugin is in here: one after the other, since they share its threads.
@Suite(.serialized) enum PJRTTests {}
