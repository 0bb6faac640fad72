//! Reports: a collation as text, Markdown, HTML, JSON and CSV; a matrix, an apparatus and a synopsis of many articles.

mod apparatus;
mod blocks;
mod borders;
mod broken;
#[cfg(feature = "serde")]
mod clustered;
#[cfg(feature = "serde")]
mod columns;
mod csv;
#[cfg(feature = "serde")]
mod decided;
#[cfg(feature = "serde")]
mod decided_articles;
mod diff;
mod diff_html;
mod diff_markdown;
mod differing;
#[cfg(feature = "serde")]
mod disagreements;
#[cfg(feature = "serde")]
mod doubted;
mod escape;
#[cfg(feature = "serde")]
mod hiding;
mod html;
mod html_prose;
#[cfg(feature = "serde")]
mod indent;
#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "serde")]
mod known;
#[cfg(feature = "serde")]
mod many_json;
mod markdown;
mod marked;
mod matrix;
#[cfg(feature = "serde")]
mod measures;
#[cfg(feature = "serde")]
mod noted;
mod origins;
#[cfg(feature = "serde")]
mod origins_json;
mod phrases;
mod quotes;
#[cfg(feature = "serde")]
mod record;
mod remarks;
mod set_aside;
#[cfg(feature = "serde")]
mod story;
#[cfg(feature = "serde")]
mod story_html;
#[cfg(feature = "serde")]
mod story_json;
mod synoptic;
mod synoptic_forms;
mod synoptic_html;
#[cfg(feature = "serde")]
mod synoptic_json;
#[cfg(feature = "serde")]
mod tei;
mod text;
mod unified;
#[cfg(feature = "serde")]
mod versions_json;

pub use apparatus::{Apparatus, Carrier, Statement, apparatus_markdown, apparatus_text};
pub use broken::with_breaks;
#[cfg(feature = "serde")]
pub use clustered::{
    CLUSTERS_VERSION, ClusterShown, cluster_csv, cluster_json, cluster_line, cluster_line_head, clusters_csv_head,
    clusters_json_end, clusters_json_head, describe_clusters,
};
pub use csv::{csv, csv_head};
#[cfg(feature = "serde")]
pub use decided::{
    decision_csv, decision_json, decision_line, decisions_csv_head, describe_agreement, splink_head, splink_row,
};
pub use diff::{Writing, diff, is_renumbered, stat};
pub use diff_html::{DiffedFile, diff_html, diffs_html};
pub use diff_markdown::diff_markdown;
pub use differing::{differences_found, differing_facts};
#[cfg(feature = "serde")]
pub use disagreements::{
    LONGEST_VERSION, VersionWords, figures_json, figures_text, is_longest, is_shared, quotes_json, quotes_text,
    speaker, version_words,
};
#[cfg(feature = "serde")]
pub use doubted::doubt_json;
#[cfg(feature = "serde")]
pub use hiding::{Cleaned, ListedRule, Suggested, cleaned, listed, suggested};
pub use html::{html_end, html_head, html_pair};
#[cfg(feature = "serde")]
pub use json::{FORMAT, VERSION, json, pair_whole, write_json, write_with_binary};
#[cfg(feature = "serde")]
pub use many_json::{apparatus_json, matrix_json};
pub use markdown::markdown;
pub use marked::Tint;
pub use matrix::{MatrixShown, matrix_csv, matrix_text};
#[cfg(feature = "serde")]
pub use measures::pair_measures;
#[cfg(feature = "serde")]
pub use noted::{NotePlace, NoteShown, notes_json, notes_text};
pub use origins::{OriginsShown, origins_heading, origins_markdown, origins_text};
#[cfg(feature = "serde")]
pub use origins_json::origins_json;
pub use quotes::without_quotations;
#[cfg(feature = "serde")]
pub use record::{Record, without_nan};
pub use remarks::Remark;
#[cfg(feature = "serde")]
pub use story::{WholeStory, story_markdown};
#[cfg(feature = "serde")]
pub use story_html::{story_html, story_html_end};
#[cfg(feature = "serde")]
pub use story_json::story_json;
pub use synoptic::{Synoptic, synopsis_text};
pub use synoptic_forms::{synopsis_csv, synopsis_markdown};
pub use synoptic_html::synopsis_html;
#[cfg(feature = "serde")]
pub use synoptic_json::synopsis_json;
#[cfg(feature = "serde")]
pub use tei::{collatex, tei};
pub use text::text;
pub use unified::unified;

// Pieces of reports that the program shows by themselves.
#[doc(hidden)]
pub use {
    blocks::{Block, blocks},
    broken::describe_break,
    diff::describe_stat,
    marked::headings,
    origins::{called, relation},
    quotes::quoted,
    set_aside::{ignored, set_aside},
};

use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::Collation;
use crate::page::{Compared, Versions};
use crate::text::Pair;

/// The data of a report: a pair of articles, their masks and what they share.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'a> {
    /// The articles.
    pub articles: Pair<&'a Article>,
    /// What is hidden of each.
    pub masks: Pair<&'a Mask>,
    /// What they share.
    pub collation: &'a Collation,
    /// The reader's notes on them.
    pub remarks: &'a [Remark],
}

impl<'a> Reported<'a> {
    /// Two versions of one text, compared.
    #[doc(hidden)]
    pub fn of(compared: &'a Compared) -> Self {
        Self {
            articles: compared.articles.as_ref().map(|article| &**article),
            masks: compared.masks.as_ref().map(|mask| &**mask),
            collation: &compared.collation,
            remarks: &[],
        }
    }

    /// The pair as two versions of one text.
    fn versions(&self) -> Versions<'a> {
        Versions { articles: self.articles, masks: self.masks, collation: self.collation }
    }
}
