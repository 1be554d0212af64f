"""The passphrase of the measured stores; alone here, so that a measured start imports nothing for it."""

PASSPHRASE = "granit paraply mossa kanot trumpet"
