//! What a reader of many articles expects of the whole story.

use std::collections::BTreeSet;

use super::{Synopsis, read_closely, shared_by, synopsis};
use crate::article::{Article, bundled};
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::collate::Witness;
use crate::collate::worded;
use crate::collate::{Cancel, Class, Wording, clusters, collate};
use crate::facts::ChangeKind;
use crate::text::{Pair, Span};

const GATE: &str = "The keeper of the seventh gate counted every lantern twice before dawn.";
const DIVERS: &str = "Divers will check the sills of all nine sluices once a month until the autumn.";
const GOAT: &str = "A goat was found in the chapel pulpit of Upper Tolle on the morning of the feast.";
const BELL: &str = "Nobody in the parish had rung the cracked bell since the great flood of the river Imber.";
const PEARS: &str = "Orchard owners near Lesk expect the smallest harvest of winter pears in forty years.";

pub(super) struct Told {
    pub articles: Vec<Article>,
    masks: Vec<Mask>,
}

impl Told {
    pub fn of<T: AsRef<str>>(texts: &[T]) -> Self {
        let articles: Vec<Article> = texts.iter().map(|text| Article::of_text("text", text.as_ref())).collect();
        let masks = vec![Mask::default(); articles.len()];
        Self { articles, masks }
    }

    fn witnesses(&self) -> Vec<Witness<'_>> {
        self.articles.iter().zip(&self.masks).map(|(article, mask)| Witness { article, mask }).collect()
    }

    pub fn synopsis(&self) -> Synopsis {
        let (witnesses, cancel) = (self.witnesses(), Cancel::default());
        let clusters = clusters(&witnesses, &cancel).expect("not cancelled");
        let articles: Vec<&Article> = self.articles.iter().collect();
        let pairs: Vec<_> =
            read_closely(&articles).into_iter().filter_map(|pair| shared_by(&witnesses, pair, &[], &cancel)).collect();
        synopsis(&witnesses, &clusters, &pairs, &cancel).expect("not cancelled")
    }

    /// Draws the rows: the first words of the lead, then a mark for each article.
    fn drawn(&self) -> Vec<String> {
        let found = self.synopsis();
        let draw = |row: &super::StoryRow| {
            let lead = &self.articles[row.lead.article];
            let words = lead.sentences[row.lead.sentence].span.of(&lead.text).split(' ').take(2);
            let marks: String = (0..self.articles.len())
                .map(|at| match row.cell(at) {
                    None => '·',
                    Some(cell) if cell.moved => 'm',
                    Some(cell) => match cell.wording {
                        Wording::Exact | Wording::Edited => 'x',
                        Wording::Part => 'p',
                        Wording::Whole => 'w',
                        Wording::Clause => 'c',
                    },
                })
                .collect();
            format!("{} {marks}", words.collect::<Vec<_>>().join(" "))
        };
        found.rows.iter().map(draw).collect()
    }

    fn alone(&self) -> Vec<Vec<&str>> {
        let found = self.synopsis();
        let said = found.alone.iter().zip(&self.articles);
        said.map(|(alone, article)| alone.iter().map(|passage| passage.span.of(&article.text)).collect()).collect()
    }
}

fn text(sentences: &[&str]) -> String {
    sentences.join("\n\n")
}

#[test]
fn tells_statements_in_the_order_of_most_articles() {
    let told =
        Told::of(&[text(&[GOAT, BELL, DIVERS, GATE]), text(&[GATE, DIVERS, GOAT]), text(&[GATE, DIVERS, GOAT, BELL])]);
    assert_eq!(told.drawn(), ["The keeper mxx", "Divers will mxx", "A goat xxx", "Nobody in x·x"]);
}

#[test]
fn sets_what_one_alone_says_behind_what_it_says_before() {
    let told = Told::of(&[text(&[GATE, GOAT, DIVERS]), text(&[GATE, PEARS, DIVERS]), text(&[BELL, GATE, DIVERS])]);
    assert_eq!(
        told.drawn(),
        ["Nobody in ··x", "The keeper xxx", "A goat x··", "Orchard owners ·x·", "Divers will xxx"]
    );
    assert_eq!(told.alone(), [[GOAT], [PEARS], [BELL]]);
}

#[test]
fn a_sentence_that_merges_two_stands_in_both() {
    let merged = format!("{}, while {}", &GATE[..GATE.len() - 1], DIVERS.replacen('D', "d", 1));
    let told = Told::of(&[text(&[GATE, DIVERS]), text(&[GATE, DIVERS, PEARS]), text(&[&merged, BELL])]);
    assert_eq!(told.drawn(), ["The keeper xxw", "Divers will xxw", "Orchard owners ·x·", "Nobody in ··x"]);
    assert_eq!(told.alone()[2], [BELL]);
}

#[test]
fn one_that_merges_two_takes_no_statement_from_the_others() {
    let first = "The National Museum in Verrin returned eleven bronze heads to the kingdom of Oba on Friday, ending a dispute that began in 1962.";
    let second = "The heads will go on display in a new hall in the royal city next spring.";
    let merged = format!("{}, and {}", &first[..first.len() - 1], second.replacen('T', "t", 1));
    let told = Told::of(&[text(&[first, second]), text(&[first, second]), text(&[&merged])]);
    let rows = told.synopsis().rows;
    assert_eq!(rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [3, 3], "{:?}", told.drawn());
}

#[test]
fn a_sentence_split_in_two_is_one_statement() {
    let whole =
        "Repairs of the ferry are expected to take three weeks and to cost the harbour board 1.2 million crowns.";
    let split = [
        "Repairs of the ferry are expected to take three weeks.",
        "They are to cost the harbour board 1.2 million crowns.",
    ];
    let told = Told::of(&[text(&[GOAT, whole]), text(&[&[GATE], &split[..]].concat())]);
    assert_eq!(told.synopsis().rows.iter().filter(|row| row.cells.len() == 2).count(), 1, "{:?}", told.drawn());
}

#[test]
fn what_only_one_pair_shares_is_not_said_to_stand_alone() {
    let quoted = "Asked at the quay on the morning after, the old engineer of the northern sluice wiped his hands and answered that nobody greases a gate for nine winters.";
    let other = "The council, which met again without its clerk, was told: “Nobody greases a gate for nine winters at our own cost,” as he had put it in a letter to both of the pilots.";
    let told = Told::of(&[text(&[GATE, quoted]), text(&[GATE, other]), text(&[GATE, PEARS])]);
    let rows = told.synopsis().rows;
    let alone: Vec<_> = rows.iter().filter(|row| row.cells.len() == 1).map(|row| row.lead.article).collect();
    assert_eq!(alone, [2], "the pears alone: {:?}", told.drawn());
    assert!(told.alone()[0].iter().all(|said| !said.contains("greases")), "{:?}", told.alone());
}

#[test]
fn what_is_hidden_takes_no_part() {
    let mut told = Told::of(&[text(&[GATE, PEARS]), text(&[GATE, PEARS]), text(&[GATE])]);
    let at = told.articles[1].text.find(PEARS).expect("it is there");
    let span = Span::new(at, at + PEARS.len());
    told.masks[1] = Mask::new(vec![Hidden { span, by: HiddenBy::Session }]);
    assert_eq!(told.drawn(), ["The keeper xxx", "Orchard owners x··"]);
    assert_eq!(told.alone(), [vec![PEARS], vec![], vec![]]);
}

#[test]
fn reads_many_articles_by_their_sentences_alone() {
    let texts: Vec<String> = (0..30).map(|at| if at == 3 { text(&[GATE, PEARS]) } else { GATE.to_owned() }).collect();
    let told = Told::of(&texts);
    let found = told.synopsis();
    assert!(!found.close);
    assert!(Told::of(&[GATE]).synopsis().close, "one alone has no pairs to read");
    assert_eq!(found.rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [30, 1]);
    assert_eq!(told.alone()[3], [PEARS]);
}

#[test]
fn tells_how_alike_two_sentences_are() {
    let told = Told::of(&[GATE, "The keeper of the seventh gate counted each lantern twice before dawn.", DIVERS]);
    let witnesses = told.witnesses();
    let worded = |a: usize, b: usize| {
        let pair = Pair::new(witnesses[a], witnesses[b]);
        worded(pair, pair.map(|witness| 0..witness.article.tokens.len()))
    };
    assert_eq!((worded(0, 0).class, worded(0, 0).percent), (Class::Verbatim, 100));
    assert_eq!((worded(0, 1).class, worded(0, 1).percent), (Class::Edited, 91));
    assert_eq!(worded(0, 2).class, Class::Reworded);
}

#[test]
fn gives_up_when_told_to_and_puts_up_with_nothing() {
    let cancel = Cancel::default();
    let none = Told::of::<&str>(&[]).synopsis();
    assert_eq!((none.rows.len(), none.alone.len()), (0, 0));
    let told = Told::of(&["", "…", GATE]);
    assert_eq!(told.drawn(), ["The keeper ··x"]);
    let clusters = clusters(&told.witnesses(), &cancel).expect("not cancelled");
    cancel.cancel();
    assert_eq!(synopsis(&told.witnesses(), &clusters, &[], &cancel), None);
    assert_eq!(shared_by(&told.witnesses(), Pair::new(0, 2), &[], &cancel), None);
}

#[test]
fn says_every_sentence_once_and_the_same_in_any_order_of_the_articles() {
    let texts = [
        text(&[GATE, GOAT, DIVERS, PEARS]),
        text(&[DIVERS, GATE, BELL]),
        text(&[GATE, DIVERS, BELL, "Snow fell on the pass of Ardun before the first mule train came down."]),
    ];
    let said = |order: &[usize]| {
        let told = Told::of(&order.iter().map(|at| texts[*at].as_str()).collect::<Vec<_>>());
        let rows = told.synopsis().rows;
        let named = |row: &super::StoryRow| -> BTreeSet<(usize, usize)> {
            row.places().map(|place| (order[place.article], place.sentence)).collect()
        };
        rows.iter().map(named).collect::<BTreeSet<_>>()
    };
    let first = said(&[0, 1, 2]);
    assert_eq!(first, said(&[2, 0, 1]));
    let all: usize = first.iter().map(BTreeSet::len).sum();
    assert_eq!(all, 11, "each sentence in one statement");
}

#[test]
fn who_denies_a_clause_of_it_is_at_odds() {
    let closes =
        "The museum of clocks in Lesk will close on 3 May after sixty years, its director, Otto Frane, confirmed.";
    let stays = "The museum of clocks in Lesk will not close on 3 May after sixty years, the mayor, Ruta Halm, said.";
    let roof = "A new roof for the museum would cost 2 million crowns, and the town refused to pay for it.";
    let told = Told::of(&[text(&[closes, roof]), text(&[stays, roof])]).synopsis();
    let denied: Vec<bool> = told.rows.iter().map(|row| row.odds.has(ChangeKind::Negation)).collect();
    assert_eq!(denied, [true, false], "{:?}", told.rows);
    assert!(told.discords.is_empty(), "of names around the clause nothing is told");
}

#[test]
fn two_that_deny_each_other_are_at_odds_though_the_first_has_more_than_both() {
    let first =
        "The harbour office of Lesk said the second gate had closed as planned and had prevented a far worse flood.";
    let cut = "The harbour office of Lesk said the second gate had closed as planned.";
    let denied = "The harbour office of Lesk said the second gate had not closed as planned.";
    let at_odds = |third: &str| {
        let told = Told::of(&[text(&[GATE, first]), text(&[GATE, cut]), text(&[GATE, third])]).synopsis();
        let rows = told.rows.iter().filter(|row| row.odds.has(ChangeKind::Negation));
        rows.map(|row| row.cells.len()).collect::<Vec<_>>()
    };
    assert_eq!(at_odds(denied), [3]);
    assert!(at_odds(cut).is_empty());
}

#[test]
fn what_a_weak_match_alone_leads_to_is_neither_one_statement_nor_unmatched() {
    let texts: Vec<String> = bundled().iter().map(|article| article.text.clone()).collect();
    let told = Told::of(&texts);
    let found = told.synopsis();
    let text = |row: &super::StoryRow| {
        let article = &told.articles[row.lead.article];
        article.sentences[row.lead.sentence].span.of(&article.text).to_owned()
    };
    let judges = found.rows.iter().find(|row| text(row).starts_with("Judges in the capital")).expect("it is told");
    assert!(judges.cells.len() == 1 && judges.weak && !judges.is_unmatched(), "{judges:?}");
    let unmatched = found.rows.iter().filter(|row| row.is_unmatched()).count();
    assert_eq!(found.told_by(1), unmatched);
    let alone = &found.alone[judges.lead.article];
    let tokens = told.articles[judges.lead.article].sentences[judges.lead.sentence].tokens.clone();
    assert!(!alone.iter().any(|passage| passage.tokens == tokens), "the whole of it is not told as found nowhere else");
}

#[test]
fn a_duration_with_which_a_shared_clause_ends_is_held_against_the_other_one() {
    let ten = "The old lido of Halvern Quay will stay shut for ten days, the harbour office said, and the ferry to the skerries will sail \
               only at noon until the spring tide is over.";
    let week = "Swimmers were angry when they were told by the town on Friday night that the old lido of Halvern Quay will stay shut for a \
                week because of a crack in the basin wall.";
    let told = Told::of(&[text(&[GATE, ten]), text(&[GATE, week])]).synopsis();
    let said: Vec<_> = told.discords.iter().map(|discord| (discord.kind, discord.versions.len())).collect();
    assert_eq!(said, [(ChangeKind::Number, 2)], "{:?}", told.rows);
    let people = week.replace("for a week", "for 12 kilometres");
    let told = Told::of(&[text(&[GATE, ten]), text(&[GATE, &people])]).synopsis();
    assert!(told.discords.is_empty(), "days and kilometres are counted, {:?}", told.discords);
}

#[test]
fn a_quotation_of_which_one_has_other_words_is_told_and_is_no_fact() {
    let one =
        "“We shall keep the old bell in the tower for as long as it rings,” the master of the weavers of Lesk said.";
    let other = one.replace("old bell", "cracked bell");
    let told = Told::of(&[text(&[BELL, one]), text(&[BELL, &other])]).synopsis();
    let odds: Vec<(bool, bool)> =
        told.rows.iter().map(|row| (row.odds.has(ChangeKind::Quotation), row.odds.has_fact())).collect();
    assert_eq!(odds, [(false, false), (true, false)], "{:?}", told.rows);
}

#[test]
fn a_negation_beside_a_clause_denies_nothing_of_it_and_one_within_does() {
    let lead = "The mayor spoke to the council about the town clock on the morning of the feast.";
    let one = "The council will begin the repairs of the old tower in the spring, the mayor of Lesk said.";
    let denied = one.replace("will begin", "will not begin");
    let told = Told::of(&[text(&[lead, one]), text(&[BELL, &denied])]);
    let rows = told.synopsis().rows;
    let row = rows.iter().find(|row| row.cells.len() == 2).expect("both tell it");
    assert!(row.odds.has(ChangeKind::Negation), "{:?}", told.drawn());
    let quoted = "“A clock that nobody winds is a box,” the master of the weavers of Lesk said.";
    let other = "To the master of the weavers, a clock that nobody winds is no clock at all, and no box.";
    let told = Told::of(&[text(&[lead, quoted]), text(&[BELL, other])]);
    assert!(told.synopsis().rows.iter().all(|row| row.odds.is_empty()), "{:?}", told.drawn());
}

#[test]
fn a_statement_has_the_class_of_the_match_that_holds_both_its_wordings() {
    let told = Told::of(&[
        "The lone vote against it in the council was that of the mayor, Ada Brand of Lunn.\n\nThe ferry of Lunn was built in the year of the great flood.",
        "The mayor, Ada Brand of Lunn, was the lone opponent.\n\nNobody in Orrin remembers who painted the church of stone.",
    ]);
    let witnesses = told.witnesses();
    let pair = Pair::new(witnesses[0], witnesses[1]);
    let matched = collate(pair, &Cancel::default()).expect("not cancelled").matches;
    assert_eq!(matched.iter().map(|found| found.class).collect::<Vec<Class>>(), [Class::Reworded]);
    let found = told.synopsis();
    let row = &found.rows[0];
    let places = Pair::new(row.cells[0].place, row.cells[1].place);
    let tokens =
        Pair::from_fn(|side| told.articles[places[side].article].sentences[places[side].sentence].tokens.clone());
    let class = worded(pair, tokens).class;
    assert_eq!(found.class(places.left, places.right, class), Class::Reworded);
    assert_eq!(found.class(places.right, places.left, class), Class::Reworded);
}
