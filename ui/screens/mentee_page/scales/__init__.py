"""The tab Skattningar: forms that are filled in, what has become of them, and measurements that others made."""
