//! Prints reports without a screen.

use std::io::{self, ErrorKind, Write};

use anyhow::{Context, Result, bail};

use super::many;
use super::masked::MaskedArticle;
use super::opened::Opened;
use super::out::complain;
use super::progress::Progress;
use super::report_options::{Layout, Quotes, ReportKind, ReportOptions};
use super::story;
use super::thread_pool::ThreadPool;
use crate::app::{Notes, remarks};
use crate::boilerplate::Sieve;
use crate::collate::{Cancel, Collation, Coverage, Witness, collate, overrule, tell_kinds};
use crate::curation::Rulings;
use crate::report::{
    Remark, Reported, csv, csv_head, html_end, html_head, html_pair, markdown, pair_whole, story_html_end, text,
    without_quotations, write_json,
};
use crate::text::Pair;

/// Prints the requested report, under the same rules as the screen. Pairs are in the order of the articles.
///
/// If the reader closes the output early, as `head` does, it ends without an error.
///
/// # Errors
///
/// There is nothing to compare, no such report, or the output cannot be written.
pub fn print(opened: &Opened, options: ReportOptions, pool: ThreadPool, out: &mut dyn Write) -> Result<()> {
    options.check()?;
    if !opened.rulings.is_empty() {
        takes_decisions(options)?;
    }
    match opened.articles.as_slice() {
        [article] if opened.complaints.is_empty() => {
            bail!(
                "a report needs two articles; ibid text {} prints one",
                article.origin.path().unwrap_or("FILE".to_owned())
            )
        }
        [] | [_] => bail!("only one article could be opened; a report needs two"),
        _ => {}
    }
    let (articles, sieve) = (&opened.articles, Sieve::over(&opened.rules));
    let masked = |at: usize| articles.get(at).map(|article| MaskedArticle::of(article, &sieve));
    let masked: Vec<MaskedArticle<'_>> = pool.all(articles.len(), masked).into_iter().flatten().collect();
    let edition = matches!(options.layout, Layout::Tei | Layout::Collatex);
    let many = masked.len() > 2 && options.layout == Layout::Html && options.kind == ReportKind::Pairs;
    let rulings = &opened.rulings;
    let synopsis = match options.kind {
        ReportKind::Synopsis => story::print_synopsis(&masked, options, rulings, pool)?,
        ReportKind::Story => story::print_story(&masked, options, rulings, pool)?,
        _ if edition => story::print_synopsis(&masked, options, rulings, pool)?,
        _ if many => story::print_story(&masked, options, rulings, pool)?,
        _ => String::new(),
    };
    let pairs = PairReports { masked: &masked, options, notes: &opened.notes, rulings, pool };
    let written = match options.kind {
        ReportKind::Pairs | ReportKind::Story
            if many || options.layout == Layout::Html && options.kind == ReportKind::Story =>
        {
            pairs.print_page(&synopsis, out)
        }
        ReportKind::Pairs if edition => out.write_all(synopsis.as_bytes()),
        ReportKind::Pairs => pairs.print(out),
        ReportKind::Story => out.write_all(synopsis.as_bytes()),
        ReportKind::Matrix => out.write_all(many::matrix(&masked, options, rulings, pool).as_bytes()),
        ReportKind::Apparatus => out.write_all(story::print_apparatus(&masked, options, rulings, pool).as_bytes()),
        ReportKind::Synopsis => out.write_all(synopsis.as_bytes()),
        ReportKind::Figures => out.write_all(story::print_figures(&masked, options, rulings, pool).as_bytes()),
        ReportKind::Origins => out.write_all(many::origins(&masked, options, rulings).as_bytes()),
        ReportKind::Quotations => out.write_all(story::print_quotations(&masked, options, rulings, pool).as_bytes()),
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write the report"),
    }
}

/// Checks that decisions count in a report and are visible there.
fn takes_decisions(options: ReportOptions) -> Result<()> {
    match (options.kind, options.layout) {
        (_, Layout::Collatex) => {
            bail!("--decisions: a CollateX table has no place for decisions; --format tei has one")
        }
        (ReportKind::Quotations, _) => {
            bail!("--decisions: quotations are grouped by their words, so decisions do not count there")
        }
        (ReportKind::Matrix, Layout::Csv) => {
            bail!("--decisions: a matrix as csv has no column for decisions; text and json show them")
        }
        _ => Ok(()),
    }
}

/// A report on each pair.
struct PairReports<'m, 'a> {
    masked: &'m [MaskedArticle<'a>],
    options: ReportOptions,
    notes: &'m Notes,
    rulings: &'m Rulings,
    pool: ThreadPool,
}

impl<'m, 'a> PairReports<'m, 'a> {
    fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        match self.options.layout {
            Layout::Text => self.each(out, |number, reported| parted(number, "\n\n", text(reported))),
            Layout::Markdown => self.each(out, |number, reported| parted(number, "\n", markdown(reported))),
            Layout::Csv => {
                out.write_all(csv_head().as_bytes())?;
                self.each(out, |_, reported| csv(reported))
            }
            Layout::Html => {
                let names: Vec<Pair<&str>> =
                    self.all().map(|pair| pair.map(|masked| masked.article.name.as_str())).collect();
                out.write_all(html_head(&names).as_bytes())?;
                self.each(out, html_pair)?;
                out.write_all(html_end().as_bytes())
            }
            // These are printed for all articles, not for pairs.
            Layout::Tei | Layout::Collatex => Ok(()),
            Layout::Lines => self.each(out, |_, reported| pair_whole(reported) + "\n"),
            Layout::Json => self.print_json(out),
        }
    }

    /// Writes the page of the whole story after its head.
    fn print_page(&self, head: &str, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(head.as_bytes())?;
        self.each(out, html_pair)?;
        out.write_all(story_html_end().as_bytes())
    }

    /// Writes each pair as soon as it is compared and its turn has come.
    fn each(&self, out: &mut dyn Write, form: impl Fn(usize, &Reported<'_>) -> String + Sync) -> io::Result<()> {
        let pairs: Vec<Pair<&MaskedArticle<'_>>> = self.all().collect();
        let written = |number: usize| {
            let pair = *pairs.get(number)?;
            let collated = self.collated(pair);
            self.shares_enough(&collated.0).then(|| form(number, &reported(pair, &collated.0, &collated.1)))
        };
        let progress = self.progress();
        let mut any = false;
        self.pool.in_turn(pairs.len(), written, |written: Option<String>| {
            any |= written.is_some();
            progress.aside(|| out.write_all(written.unwrap_or_default().as_bytes()))?;
            progress.step();
            Ok::<(), io::Error>(())
        })?;
        self.say_none(any);
        Ok(())
    }

    fn print_json(&self, out: &mut dyn Write) -> io::Result<()> {
        let pairs: Vec<Pair<&MaskedArticle<'_>>> = self.all().collect();
        let mut collations: Vec<(Collation, Vec<Remark>)> = Vec::with_capacity(pairs.len());
        let progress = self.progress();
        let collated = |number: usize| pairs.get(number).map(|pair| self.collated(*pair));
        self.pool.in_turn(pairs.len(), collated, |collation| {
            collations.extend(collation);
            progress.step();
            Ok::<(), io::Error>(())
        })?;
        drop(progress);
        let reports: Vec<_> = pairs
            .iter()
            .zip(&collations)
            .filter(|(_, collation)| self.shares_enough(&collation.0))
            .map(|(pair, (collation, remarks))| reported(*pair, collation, remarks))
            .collect();
        self.say_none(!reports.is_empty());
        write_json(&reports, out)
    }

    fn all(&self) -> impl Iterator<Item = Pair<&'m MaskedArticle<'a>>> {
        let masked = self.masked;
        let near = self.options.most.top.map(|top| many::nearest(masked, top, self.pool));
        let pairs = (0..masked.len()).flat_map(move |left| (left + 1..masked.len()).map(move |right| (left, right)));
        let wanted = move |pair: &(usize, usize)| near.as_ref().is_none_or(|near| near.contains(pair));
        pairs.filter(wanted).filter_map(|(left, right)| Some(Pair::new(masked.get(left)?, masked.get(right)?)))
    }

    /// Whether a pair shares as much as requested.
    fn shares_enough(&self, collation: &Collation) -> bool {
        let percent = |coverage: &Coverage| coverage.percent(coverage.shared());
        let coverage = &collation.coverage;
        percent(&coverage.left).max(percent(&coverage.right)) >= self.options.most.shared
    }

    /// Says that no pair shares as much as requested, so that an empty report is not taken for a fault.
    fn say_none(&self, any: bool) {
        let least = self.options.most.shared;
        if !any && least > 0 {
            complain(&[format!("no two articles share {least} % or more of the words of either")]);
        }
    }

    fn progress(&self) -> Progress {
        let articles = self.masked.len();
        Progress::of_steps("comparing", articles * (articles - 1) / 2)
    }

    fn collated(&self, pair: Pair<&MaskedArticle<'_>>) -> (Collation, Vec<Remark>) {
        let witnesses = pair.map(|masked| Witness { article: masked.article, mask: &masked.mask });
        // Nothing cancels it, so there is always an answer.
        let mut collation = collate(witnesses, &Cancel::default()).unwrap_or_default();
        let decided = self.rulings.on(pair.map(|masked| masked.article)).0;
        overrule(&mut collation, witnesses, &decided);
        if matches!(self.options.layout, Layout::Json | Layout::Lines) {
            tell_kinds(pair.map(|masked| masked.article), &mut collation, &Cancel::default());
        }
        if self.options.quotes == Quotes::LeftOut {
            without_quotations(&mut collation, pair.map(|masked| masked.article), pair.map(|masked| &masked.mask));
        }
        let remarks = remarks(pair.map(|masked| masked.article), &collation, self.notes);
        (collation, remarks)
    }
}

fn parted(number: usize, gap: &str, written: String) -> String {
    if number > 0 { format!("{gap}{written}") } else { written }
}

fn reported<'a>(pair: Pair<&'a MaskedArticle<'_>>, collation: &'a Collation, remarks: &'a [Remark]) -> Reported<'a> {
    Reported { articles: pair.map(|masked| masked.article), masks: pair.map(|masked| &masked.mask), collation, remarks }
}
