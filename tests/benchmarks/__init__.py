"""Tests of what measures: drawings, sections of pages, and a site that is asked."""
