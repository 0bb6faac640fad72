//! The synopsis, the apparatus and the whole story of all articles.

use std::convert::Infallible;

use anyhow::{Result, bail};

use super::many::{counted, heading, origins_of};
use super::masked::MaskedArticle;
use super::progress::Progress;
use super::report_options::{Layout, ReportOptions};
use super::thread_pool::ThreadPool;
use crate::article::Article;
use crate::collate::{
    Cancel, PairFound, Synopsis, Witness, clusters, overrule_clusters, quoted_by_many, read_closely, shared_by,
    synopsis,
};
use crate::curation::Rulings;
use crate::report::{
    Apparatus, MatrixShown, Synoptic, WholeStory, apparatus_json, apparatus_markdown, apparatus_text, collatex,
    figures_json, figures_text, origins_heading, story_html, story_json, story_markdown, synopsis_csv, synopsis_html,
    synopsis_json, synopsis_markdown, synopsis_text, tei,
};

/// Finds the story of all articles, statement by statement, and writes it in the requested form. The pool divides the pairs.
///
/// # Errors
///
/// There is no article with the number of the base.
pub fn print_synopsis(
    masked: &[MaskedArticle<'_>],
    options: ReportOptions,
    rulings: &Rulings,
    pool: ThreadPool,
) -> Result<String> {
    has_base(masked, options)?;
    let witnesses = witnesses(masked);
    let told = find_synopsis(&witnesses, rulings, pool);
    // Finding origins costs two more matrices; these formats do not show them.
    let heading = match options.layout {
        Layout::Json | Layout::Csv | Layout::Tei | Layout::Collatex => String::new(),
        _ => heading(&witnesses, rulings),
    };
    let base = options.base.unwrap_or_else(|| told.fullest());
    let synoptic = Synoptic { witnesses: &witnesses, synopsis: &told, base, heading: &heading };
    Ok(match options.layout {
        Layout::Json => synopsis_json(&synoptic),
        Layout::Markdown => synopsis_markdown(&synoptic),
        Layout::Csv => synopsis_csv(&synoptic),
        Layout::Html => synopsis_html(&synoptic),
        Layout::Tei => tei(&synoptic),
        Layout::Collatex => collatex(&synoptic),
        _ => synopsis_text(&synoptic),
    })
}

/// Finds the statements that several articles have, and writes them in the requested form. They are those of the synopsis.
pub fn print_apparatus(
    masked: &[MaskedArticle<'_>],
    options: ReportOptions,
    rulings: &Rulings,
    pool: ThreadPool,
) -> String {
    let witnesses = witnesses(masked);
    let apparatus = Apparatus::new(&witnesses, &find_synopsis(&witnesses, rulings, pool));
    match options.layout {
        Layout::Json => apparatus_json(&apparatus),
        Layout::Markdown => apparatus_markdown(&apparatus),
        _ => apparatus_text(&apparatus),
    }
}

/// Writes the whole story: synopsis, matrix, differences (numbers, dates, names), quotations and origins. As HTML, it is the head of a page.
///
/// # Errors
///
/// There is no article with the number of the base.
pub fn print_story(
    masked: &[MaskedArticle<'_>],
    options: ReportOptions,
    rulings: &Rulings,
    pool: ThreadPool,
) -> Result<String> {
    has_base(masked, options)?;
    let witnesses = witnesses(masked);
    let articles: Vec<&Article> = masked.iter().map(|masked| masked.article).collect();
    let told = find_synopsis(&witnesses, rulings, pool);
    let progress = Progress::of("counting what articles share");
    let (matrix, origins) = (counted(&witnesses, pool), origins_of(&witnesses, rulings));
    let quoted = quoted_by_many(&witnesses);
    drop(progress);
    let heading = origins_heading(&articles, &origins);
    let base = options.base.unwrap_or_else(|| told.fullest());
    let story = WholeStory {
        synoptic: Synoptic { witnesses: &witnesses, synopsis: &told, base, heading: &heading },
        surveyed: MatrixShown {
            articles: &articles,
            matrix: &matrix,
            quoted: 0,
            decided: &origins.decided,
            width: None,
        },
        quoted: &quoted,
        origins: &origins,
    };
    Ok(match options.layout {
        Layout::Json => story_json(&story),
        Layout::Html => story_html(&story),
        _ => story_markdown(&story),
    })
}

/// Finds the numbers, dates and names that differ between articles in the same statement, and writes them in the requested form. The
/// statements are those of the synopsis.
pub fn print_figures(
    masked: &[MaskedArticle<'_>],
    options: ReportOptions,
    rulings: &Rulings,
    pool: ThreadPool,
) -> String {
    let articles: Vec<&Article> = masked.iter().map(|masked| masked.article).collect();
    let told = find_synopsis(&witnesses(masked), rulings, pool);
    match options.layout {
        Layout::Json => figures_json(&articles, &told.discords),
        _ => figures_text(&articles, &told),
    }
}

fn has_base(masked: &[MaskedArticle<'_>], options: ReportOptions) -> Result<()> {
    match options.base.filter(|base| *base >= masked.len()) {
        Some(base) => bail!("--base {0}: there is no article {0}; {1} are open", base + 1, masked.len()),
        None => Ok(()),
    }
}

fn witnesses<'a>(masked: &'a [MaskedArticle<'a>]) -> Vec<Witness<'a>> {
    masked.iter().map(|masked| Witness { article: masked.article, mask: &masked.mask }).collect()
}

/// Finds the statements of all articles, and who has them.
fn find_synopsis(witnesses: &[Witness<'_>], rulings: &Rulings, pool: ThreadPool) -> Synopsis {
    let articles: Vec<&Article> = witnesses.iter().map(|witness| witness.article).collect();
    let cancel = Cancel::default();
    let (near, decided) = (read_closely(&articles), rulings.places(&articles));
    let progress = Progress::of_steps("reading all pairs of articles", near.len());
    let mut pairs: Vec<PairFound> = Vec::with_capacity(near.len());
    // Nothing cancels it, so there is always an answer.
    let read = |at: usize| shared_by(witnesses, *near.get(at)?, &decided, &cancel);
    let Ok(()) = pool.in_turn(near.len(), read, |found| {
        pairs.extend(found);
        progress.step();
        Ok::<(), Infallible>(())
    });
    drop(progress);
    let progress = Progress::of("putting statements together");
    let clusters = overrule_clusters(clusters(witnesses, &cancel).unwrap_or_default(), &decided);
    let told = synopsis(witnesses, &clusters, &pairs, &cancel).unwrap_or_default();
    drop(progress);
    told
}
