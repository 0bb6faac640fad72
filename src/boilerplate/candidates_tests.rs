use super::sample::{article, exactly, place, rule};
use super::{Choice, Effect, Fit, Marked, Reach, Warning, Way, candidates};
use crate::kinds::Furniture;
use crate::text::Span;

const TEXT: &str = "Rain fell on the quay all day.\nGive to our fund by 3 May. | It helps us to tell the story.\nAll went home.\nThank you for reading this.";

#[test]
fn a_mark_can_be_hidden_in_ways_from_narrow_to_broad() {
    let article = article(TEXT);
    let marked =
        Marked { article: &article, span: place(&article, "Give to our fund by 3 May."), choice: Choice::Exactly };
    let ways = |second: Option<Span>| {
        candidates(&marked, second, &[&article]).iter().map(|found| found.way).collect::<Vec<_>>()
    };
    let narrow = [Way::Exactly, Way::Loosely, Way::BeginsSo, Way::Contains, Way::Pattern, Way::ToEnd];
    assert_eq!(ways(None), narrow);
    assert_eq!(ways(Some(place(&article, "Thank you"))), [&narrow[..], &[Way::Between]].concat());
    assert_eq!(ways(Some(place(&article, "Rain fell"))), narrow, "a second mark before the first");
    let each = candidates(&marked, Some(place(&article, "Thank you")), &[&article]);
    let made: Vec<_> = each.iter().map(|found| rule("r", found.fit.clone())).collect();
    for (candidate, rule) in each.iter().zip(made) {
        let effect = &Effect::of(&rule, &Reach::Everywhere, &[&article])[0];
        assert!(effect.spans.iter().any(|span| span.covers(marked.span)), "{candidate:?} {effect:?}");
    }
    assert!(each.iter().any(|found| matches!(&found.fit, Fit::Pattern(_, text) if text.contains("[0-9]+"))));
}

#[test]
fn a_mark_without_words_has_no_candidates() {
    let article = article("…");
    let marked = Marked { article: &article, span: Span::new(0, 3), choice: Choice::Exactly };
    assert_eq!(candidates(&marked, None, &[&article]), []);
}

#[test]
fn what_hides_reporting_or_much_is_warned_of() {
    let article = article(TEXT);
    let warned = |fit: Fit, shared: &str| {
        let effects = Effect::of(&rule("r", fit), &Reach::Everywhere, &[&article]);
        let shared = if shared.is_empty() { Vec::new() } else { vec![place(&article, shared)] };
        Effect::warnings(&effects, &[&article], &[shared])
    };
    assert_eq!(warned(exactly("All went home."), ""), []);
    assert_eq!(warned(exactly("All went home."), "All went"), [Warning::Shared(0, 2)]);
    assert_eq!(warned(super::sample::to_end(super::Unit::Paragraph, "Give to"), ""), [Warning::Much(0)]);
    assert_eq!(warned(super::sample::to_end(super::Unit::Paragraph, "Rain"), ""), [Warning::All(0)]);
}

#[test]
fn what_the_page_hides_already_does_not_count() {
    let mut article =
        article("The sea wall held all night.\nREAD MORE: Storms to come\nShare this page\nOur other titles");
    let of_page = |article: &mut crate::article::Article, from: usize| {
        for paragraph in &mut article.paragraphs[from..] {
            paragraph.furniture = Furniture::Surely;
        }
    };
    of_page(&mut article, 2);
    let effect = |fit: Fit, article: &crate::article::Article| {
        Effect::of(&rule("r", fit), &Reach::Everywhere, &[article]).remove(0)
    };
    let to_end = || super::sample::to_end(super::Unit::Paragraph, "READ MORE");
    for fit in [super::sample::begins(super::Unit::Paragraph, "READ MORE"), to_end()] {
        let found = effect(fit.clone(), &article);
        let span = place(&article, "READ MORE: Storms to come");
        assert_eq!(found, Effect { spans: vec![span], words: 5, of: 11 }, "{fit:?}");
        assert_eq!(Effect::warnings(&[found], &[&article], &[]), [Warning::Much(0)]);
    }
    of_page(&mut article, 1);
    assert_eq!(effect(to_end(), &article), Effect { spans: Vec::new(), words: 0, of: 6 });
}
