use std::sync::Arc;

use super::job_queue::JobContext;
use super::tasks::{collated, collating, surveyed};
use crate::app::{Event, Finding, Job, Question, RuleCheck, Survey, Told};
use crate::article::Article;
use crate::boilerplate::{Does, Fit, HiddenBy, Reach, Rule, RuleId, RuleSet, Scope, Unit};
use crate::collate::{Cancel, Depth};
use crate::text::{Pair, Span};

const LEFT: &str =
    "The lighthouse at Orrin went dark on Sunday night, the keepers said.\n\nPlease give to our roof fund.";
const RIGHT: &str =
    "Please give to our roof fund.\n\nThe lighthouse at Orrin went dark on Sunday night, the keepers said.";

fn rule(scope: Scope) -> Rule {
    Rule {
        id: RuleId("give".to_owned()),
        name: "give".to_owned(),
        fit: Fit::BeginsSo(Unit::Paragraph, "please give".to_owned()),
        scope,
        created: String::new(),
        note: String::new(),
        does: Does::default(),
        enabled: true,
    }
}

fn articles() -> Pair<Arc<Article>> {
    Pair::new(("left", LEFT), ("right", RIGHT)).map(|(name, text)| Arc::new(Article::of_text(name, text)))
}

fn job(rules: Vec<Rule>, session: Pair<Vec<Span>>) -> Job {
    Job { ticket: 7, articles: articles(), decided: Vec::new(), session, rules: Arc::new(RuleSet { rules }.into()) }
}

fn survey(ticket: u64, rule: Rule, articles: Vec<Arc<Article>>) -> Survey {
    Survey { ticket, question: Question::Rule(rule, Reach::Everywhere), articles, told: Told::default() }
}

#[test]
fn a_pair_is_collated_without_what_is_hidden() {
    let session = Pair::new(vec![Span::new(0, 60)], Vec::new());
    let job = job(vec![rule(Scope::Article("right".to_owned()))], session);
    let Some(Event::Answered(answer)) = collated(&job, &alone(&Cancel::default())) else { panic!("no answer") };
    assert_eq!(answer.ticket, 7);
    let by = answer.masks.as_ref().map(|mask| mask.hidden().iter().map(|hidden| hidden.by.clone()).collect::<Vec<_>>());
    assert_eq!(by, Pair::new(vec![HiddenBy::Session], vec![HiddenBy::Rule(RuleId("give".to_owned()))]));
    assert!(answer.collation.matches.is_empty(), "all that the two share is hidden on one side");
    assert_eq!(answer.collation.coverage.right.hidden, 6);
}

#[test]
fn a_pair_that_is_called_off_is_not_answered() {
    let cancel = Cancel::default();
    cancel.cancel();
    assert!(collated(&job(Vec::new(), Pair::default()), &alone(&cancel)).is_none());
    let survey = survey(1, rule(Scope::Everywhere), vec![articles().left]);
    assert!(surveyed(&survey, &alone(&cancel)).is_none());
}

#[test]
fn of_a_long_pair_what_is_hidden_is_told_first_then_the_wording_then_all() {
    let told_of = |sentences: usize| {
        let text: String =
            (0..sentences).map(|n| format!("Boat {n} left pier {} at dawn with lamp {}.\n\n", n * 7, n * 13)).collect();
        let article = Arc::new(Article::of_text("long", &text));
        let job = Job { articles: Pair::new(article.clone(), article), ..job(Vec::new(), Pair::default()) };
        let told = std::cell::RefCell::new(Vec::new());
        let tell = |event: Event| told.borrow_mut().push(name(&event));
        let answer = collated(&job, &JobContext { cancel: &Cancel::default(), tell: &tell }).map(|event| name(&event));
        (told.into_inner(), answer)
    };
    assert_eq!(told_of(3), (vec!["hidden"], Some("all")));
    assert_eq!(told_of(3_000), (vec!["hidden", "wording"], Some("all")));
}

fn name(event: &Event) -> &'static str {
    match event {
        Event::Masked(_) => "hidden",
        Event::Answered(answer) if answer.depth == Depth::Wording => "wording",
        Event::Answered(_) => "all",
        _ => "something else",
    }
}

#[test]
fn a_survey_counts_where_the_rule_holds() {
    let Pair { left, right } = articles();
    let other = Arc::new(Article::of_text("other", "Nothing of that kind."));
    let cases = [
        (Scope::Everywhere, vec![(1, 6), (1, 6), (0, 0)]),
        (Scope::Article("right".to_owned()), vec![(0, 0), (1, 6), (0, 0)]),
        (Scope::Article("nobody".to_owned()), vec![(0, 0), (0, 0), (0, 0)]),
    ];
    for (scope, expected) in cases {
        let articles = vec![Arc::clone(&left), Arc::clone(&right), Arc::clone(&other)];
        let survey = survey(3, rule(scope.clone()), articles);
        let Some(Event::Surveyed(surveyed)) = surveyed(&survey, &alone(&Cancel::default())) else {
            panic!("no answer")
        };
        let Finding::Rule(RuleCheck { hides, .. }) = surveyed.found else { panic!("another answer") };
        let counted: Vec<_> = hides.iter().map(|hides| (hides.spans.len(), hides.words)).collect();
        assert_eq!((surveyed.ticket, counted), (3, expected), "{scope:?}");
    }
}

#[test]
fn work_that_broke_off_names_what_it_was_about() {
    let Event::Failed(_, said) = (collating().broken)(&job(Vec::new(), Pair::default()), "a\x1b[2Jb") else { panic!() };
    assert_eq!(said, "comparing left and right failed: a␛[2Jb");
}

/// A listener that hears only the whole answer.
fn alone(cancel: &Cancel) -> JobContext<'_> {
    JobContext { cancel, tell: &|_| () }
}
