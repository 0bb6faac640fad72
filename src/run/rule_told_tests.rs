use super::rule_told;
use crate::boilerplate::{Does, Ends, Fit, Rule, Scope, Unit, new_rule};
use crate::boilerplate::{Reach, RuleSet};

fn told(fit: Fit, scope: Scope, does: Does) -> String {
    rule_told(&Rule { does, ..new_rule(fit, scope, "", &RuleSet::default()) }, &Reach::Everywhere)
}

#[test]
fn a_rule_says_what_it_hides_and_where() {
    let text = || "Read more".to_owned();
    let cases = [
        (Fit::Exactly(text()), "hides sentences that are exactly “Read more”, everywhere"),
        (Fit::Loosely(text()), "hides text similar to “Read more”, everywhere"),
        (Fit::Contains(Unit::Paragraph, text()), "hides paragraphs that contain “Read more”, everywhere"),
        (Fit::Contains(Unit::Words, text()), "hides “Read more”, everywhere"),
        (Fit::BeginsSo(Unit::Sentence, text()), "hides sentences that begin with “Read more”, everywhere"),
        (Fit::BeginsSo(Unit::Words, text()), "hides “Read more” at the beginning of a sentence, everywhere"),
        (Fit::Pattern(Unit::Words, text()), "hides words that match “Read more”, everywhere"),
        (
            Fit::ToEnd(Unit::Paragraph, text()),
            "hides everything from the first paragraph that begins with “Read more”, everywhere",
        ),
        (
            Fit::Between(Unit::Sentence, Ends { from: text(), to: "See also".to_owned() }),
            "hides everything from a sentence that begins with “Read more” to one that begins with “See also”, everywhere",
        ),
        (Fit::Exactly("One.\n\nTwo.".to_owned()), "hides sentences that are exactly “One. Two.”, everywhere"),
    ];
    for (fit, expected) in cases {
        assert_eq!(told(fit, Scope::Everywhere, Does::Hide), expected);
    }
    let fit = Fit::Pattern(Unit::Words, "[0-9]+".to_owned());
    let expected = "ignores in a diff words that match “[0-9]+”, in articles from ‘Gull’";
    assert_eq!(told(fit, Scope::Source("Gull".to_owned()), Does::IgnoreInDiff), expected);
}

#[test]
fn a_rule_of_a_folder_holds_below_it() {
    let below = Reach::Below("/news/today".into());
    let rule = |scope: Scope| new_rule(Fit::Exactly("Read more".to_owned()), scope, "", &RuleSet::default());
    assert_eq!(
        rule_told(&rule(Scope::Everywhere), &below),
        "hides sentences that are exactly “Read more”, below /news/today"
    );
    let of_source = rule_told(&rule(Scope::Source("Gull".to_owned())), &below);
    assert_eq!(of_source, "hides sentences that are exactly “Read more”, in articles from ‘Gull’, below /news/today");
}
