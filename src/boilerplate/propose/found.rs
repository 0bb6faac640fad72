//! What a finder found, and why it looks like boilerplate.

use crate::boilerplate::rule::Fit;
use crate::text::Span;

/// Why something looks like boilerplate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It is in this many articles of this source that have little else in common, apart from numbers and dates.
    Recurring(usize),
    /// The same, in this many articles of several sources.
    Widely(usize),
    /// This many short lines without full stops follow one another after the story.
    Links(usize),
    /// The same, but without a heading above them by which tomorrow's list could be recognised.
    Unheaded(usize),
    /// The outlet asks the reader for something.
    Appeal,
    /// It says who made a picture or the text.
    Credit,
    /// It is a byline.
    Byline,
    /// It says when it was written.
    Stamp,
    /// It leads on to another article.
    SeeMore,
    /// It is a button, a heading of furniture, or a notice of rights.
    Furniture,
    /// Its place on the page is one of page furniture.
    Page,
}

impl Why {
    /// Returns it in a few words.
    pub fn describe(self) -> String {
        match self {
            Why::Recurring(count) => format!("in {count} articles of this source that share little else"),
            Why::Widely(count) => format!("in {count} articles of several sources that share little else"),
            Why::Links(lines) => format!("a list of {lines} short lines without full stops after the story"),
            Why::Unheaded(lines) => {
                format!("a list of {lines} short lines after the story, without a heading: matches only this list")
            }
            Why::Appeal => "asks readers for something".to_owned(),
            Why::Credit => "credits a picture or an agency".to_owned(),
            Why::Byline => "byline".to_owned(),
            Why::Stamp => "publication date".to_owned(),
            Why::SeeMore => "links to other articles".to_owned(),
            Why::Furniture => "page button, heading or notice".to_owned(),
            Why::Page => "placed outside the article on its page".to_owned(),
        }
    }

    /// Returns its name for JSON.
    pub fn name(self) -> &'static str {
        match self {
            Why::Recurring(_) | Why::Widely(_) => "recurring",
            Why::Links(_) | Why::Unheaded(_) => "links",
            Why::Appeal => "appeal",
            Why::Credit => "credit",
            Why::Byline => "byline",
            Why::Stamp => "stamp",
            Why::SeeMore => "see-more",
            Why::Furniture => "furniture",
            Why::Page => "page",
        }
    }
}

/// What a finder found in one article.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub span: Span,
    pub why: Why,
    pub fit: Fit,
    pub reach: Reach,
}

/// Returns the scope that a rule against it should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Source,
    Everywhere,
}
