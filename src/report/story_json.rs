//! The whole story as JSON: its parts in one object. The schema is `assets/story.schema.json`, with a schema for each part; a breaking change
//! raises the version.

use serde::Serialize;

use super::disagreements::{FiguresJson, QuotesJson, figures_value, quotes_value};
use super::indent::indented;
use super::many_json::{MatrixJson, matrix_value};
use super::origins_json::{OriginsJson, origins_value};
use super::story::WholeStory;
use super::synoptic_json::{SynopsisJson, synopsis_value};

/// The version of this form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct StoryJson<'a> {
    format: &'static str,
    version: u32,
    synopsis: SynopsisJson<'a>,
    matrix: MatrixJson<'a>,
    figures: FiguresJson<'a>,
    quotes: QuotesJson<'a>,
    origins: OriginsJson<'a>,
}

/// Writes the whole story as JSON.
pub fn story_json(story: &WholeStory<'_>) -> String {
    indented(&StoryJson {
        format: "ibid-story",
        version: VERSION,
        synopsis: synopsis_value(&story.synoptic),
        matrix: matrix_value(&story.surveyed),
        figures: figures_value(story.articles(), &story.synoptic.synopsis.discords),
        quotes: quotes_value(story.articles(), story.quoted),
        origins: origins_value(&story.shown()),
    })
}
