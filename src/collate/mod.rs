//! Collation: finds the passages that two witnesses share.
//!
//! `witnesses -> words -> seeds -> runs -> passages -> matches -> alignment, coverage`. This is seeding and extension, as in text alignment:
//! shared shingles are joined into exact runs, runs into clauses inside a pair of sentences, and every statement gets its best counterpart;
//! the rest are repeats. The result depends only on the two texts, never on the speed of the machine.
//!
//! Reworded statements are found by what the sentences have in common: rare words, names and numbers. Neighbouring shared statements,
//! however worded, are joined into regions.

mod added;
mod alignment;
mod alike;
mod anchors;
mod appeared;
mod borders;
mod by_letters;
mod cancel;
mod changes;
mod clause;
mod clauses;
mod collation;
mod copies;
mod coverage;
mod discord;
mod edges;
mod elsewhere;
mod ends;
mod engine;
mod figures;
mod fitted;
mod fitting;
mod framing;
mod function_words;
mod groups;
mod in_order;
mod inside;
mod kindred;
mod known;
mod lopsided;
mod namesakes;
mod only;
mod order;
mod origins;
mod overruled;
mod parting;
mod partners;
mod percent;
mod phrase_ends;
mod pieces;
mod points;
mod postings;
mod quoted;
mod regions;
mod reworded;
mod ruled;
mod runs;
mod sayings;
mod seeds;
mod sentence_properties;
mod sentences;
mod set;
mod short;
mod sorting;
mod spelling;
mod stem;
mod stock;
mod support;
mod synopsis;
mod telling;
mod text_break;
mod traits;
mod variants;
mod verdict;
mod whole;
mod witness;
mod word_kind;
mod worded_alike;
mod wordings;

#[cfg(test)]
mod added_tests;
#[cfg(test)]
mod anchors_tests;
#[cfg(test)]
mod cancel_tests;
#[cfg(test)]
mod collate_tests;
#[cfg(test)]
mod discord_tests;
#[cfg(test)]
mod drawn;
#[cfg(test)]
mod groups_tests;
#[cfg(test)]
mod hidden_inside_tests;
#[cfg(test)]
mod inside_tests;
#[cfg(test)]
mod languages_tests;
#[cfg(test)]
mod lopsided_tests;
#[cfg(test)]
mod news_tests;
#[cfg(test)]
mod overruled_tests;
#[cfg(test)]
mod partners_tests;
#[cfg(test)]
mod properties_tests;
#[cfg(test)]
mod regions_tests;
#[cfg(test)]
mod reworded_tests;
#[cfg(test)]
mod short_tests;
#[cfg(test)]
mod sorting_tests;
#[cfg(test)]
mod stock_tests;
#[cfg(test)]
mod whole_tests;

pub use cancel::Cancel;
pub use changes::{kinds_of, tell_kinds};
pub use collation::{
    Class, Collation, Coverage, Link, Match, ParagraphLink, Passage, Region, SmallChanges, Variant, Weight,
};
#[doc(hidden)]
pub use coverage::Covering;
pub use discord::{Discord, DiscordTeller, DiscordVersion, discords};
#[doc(hidden)]
pub use edges::in_full;
pub use engine::{Depth, collate, collate_to};
#[doc(hidden)]
pub use fitted::{FEATURES, Features};
#[doc(hidden)]
pub use fitting::{Weighed, weighed};
pub use in_order::{
    Band, Breaks, Case, Diacritics, Exactness, Fate, Spaces, Tally, bands, collate_in_order, kept_words, tally,
};
#[doc(hidden)]
pub use in_order::{ChainStep, heaviest_chain};
pub use origins::{
    AgencyCredit, OriginFamily, OriginKind, OriginRelation, Origins, Related, SharedRow, ToldBy, origins,
};
pub use overruled::overrule;
pub use percent::{Percents, percents, share};
pub use sayings::{QuoteFate, QuoteTaker, Quoted, quoted_by_many};
pub use set::{
    Cell, Census, Cluster, Clusters, DecidedPlaces, Grams, Index, Matrix, Member, Place, Shard, Trace, Wording,
    by_likeness, cells, clusters, is_sought, matrix, overrule_clusters, traces,
};
pub use synopsis::{Further, PairFound, StoryCell, StoryRow, Synopsis, at_odds, read_closely, shared_by, synopsis};
pub use text_break::{ChangedBreak, TextBreak};
#[doc(hidden)]
pub use variants::differing;
pub use verdict::{DecidedArticles, DecidedPair, SentenceVerdict};
pub use witness::Witness;
pub use wordings::{Worded, same_words, variants, worded};
