//! What two sentences share as any two might is no match.

use super::drawn::check;

/// Sentences around, so that the texts are of ordinary length.
const LEFT: &str = "The brass band played on the quay.\n\nTwo gulls sat on the crane all day.";
const RIGHT: &str = "Tea was served from nine in the hall.\n\nThe ferry came late because of fog.";

fn apart(left: &str, right: &str) {
    check(&format!("{LEFT}\n\n{left}"), &format!("{RIGHT}\n\n{right}"));
}

#[test]
fn a_name_with_its_title() {
    apart(
        "Nobody on the whole long quay had expected former harbour master Odile Brandt to bring an umbrella and a goat along.",
        "The parcels were addressed to a baker, two teachers and former harbour master Odile Brandt, whose house stands empty.",
    );
}

#[test]
fn a_set_phrase() {
    apart(
        "The inquiry asked for all letters that the engineer had written during her time as keeper of the northern lights, by Friday.",
        "A cousin remembers how often she sang at the piano during her time as keeper of the northern lights, mostly out of tune.",
    );
}

#[test]
fn a_name_of_many_words_alone() {
    apart(
        "The Act Against Sponsors of Smuggling moved to the lower house in May and was passed by a show of hands.",
        "The bill, known as the Act Against Sponsors of Smuggling, keeps foreign harbours from hiding who owns a vessel or a crane.",
    );
}
