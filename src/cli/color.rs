//! The colour options: when, and how many.

use clap::ValueEnum;

/// When to use colours, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
    #[value(name = "16")]
    Sixteen,
    #[value(name = "256")]
    Table,
    Full,
}
