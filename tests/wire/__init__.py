"""Tests of store.wire."""
