//! Bands, drawn: which paragraphs stand side by side, and what became of them.
