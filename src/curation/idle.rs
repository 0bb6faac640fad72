//! Counts decisions that have no effect.

/// Decisions that change nothing, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Idle {
    /// Those on sentences that no longer stand there.
    pub stale: usize,
    /// Those on articles that are not here.
    pub elsewhere: usize,
    /// Those on sentences that stand there; whoever lets them count makes this none.
    pub sentences: usize,
    /// Those on whole articles that are here; whoever lets them count makes this none.
    pub whole: usize,
    /// Those that are neither on two sentences nor on two articles.
    pub others: usize,
}

impl Idle {
    /// Returns how many decisions have no effect, and why; nothing if all have one.
    pub fn said(self) -> Option<String> {
        let Idle { stale, elsewhere, sentences, whole, others } = self;
        let parts = [
            (stale, "on sentences that have changed"),
            (elsewhere, "on articles that are not open"),
            (sentences, "on sentences, which do not count here"),
            (whole, "on whole articles, which do not count here"),
            (others, "not on two sentences or two articles"),
        ];
        let parts: Vec<String> =
            parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        let all = stale + elsewhere + sentences + whole + others;
        let noun = if all == 1 { "decision changes" } else { "decisions change" };
        (all > 0).then(|| format!("{all} {noun} nothing: {}", parts.join(", ")))
    }
}
