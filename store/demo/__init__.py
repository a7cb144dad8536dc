"""Generated articles, marked SYNTHETIC, for trying and measuring: invented, and the same in every run."""
