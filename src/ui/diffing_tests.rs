//! A diff on the screen, as characters and as roles.
