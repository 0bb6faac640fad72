use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::fold::{fold, key, written_alike};
use super::regional::lines;

/// The commonest words that are spelled otherwise in Britain and in America.
const PAIRS: &str = "aeroplane airplane|ageing aging|aluminium aluminum|anaemia anemia|anaesthetic anesthetic|analyse analyze|
    apologise apologize|appal appall|archaeology archeology|armour armor|artefact artifact|axe ax|behaviour behavior|behove behoove|
    calibre caliber|cancelled canceled|candour candor|catalogue catalog|centre center|cheque check|chilli chili|colour color|
    cosy cozy|counsellor counselor|defence defense|dialogue dialog|diarrhoea diarrhea|distil distill|doughnut donut|draught draft|
    encyclopaedia encyclopedia|endeavour endeavor|enquiry inquiry|enrol enroll|faeces feces|favourite favorite|fibre fiber|
    flavour flavor|foetus fetus|fuelled fueled|fulfil fulfill|fulfilment fulfillment|gaol jail|grey gray|gynaecology gynecology|
    haemorrhage hemorrhage|harbour harbor|honour honor|humour humor|instalment installment|jewellery jewelry|judgement judgment|
    kerb curb|kilometre kilometer|labelled labeled|labour labor|learnt learned|leukaemia leukemia|licence license|liquorice licorice|
    litre liter|manoeuvre maneuver|marvellous marvelous|maths math|meagre meager|metre meter|modelling modeling|mould mold|
    moustache mustache|mum mom|neighbour neighbor|odour odor|oesophagus esophagus|offence offense|omelette omelet|organise organize|
    paediatric pediatric|paralyse paralyze|plough plow|practise practice|pretence pretense|programme program|pyjamas pajamas|
    realise realize|rumour rumor|sceptical skeptical|skilful skillful|smoulder smolder|speciality specialty|spectre specter|
    storey story|sulphur sulfur|theatre theater|towards toward|traveller traveler|tumour tumor|tyre tire|vapour vapor|
    wilful willful|woollen woolen|yoghurt yogurt|leapt leaped|whilst while|upwards upward|orientated oriented";

/// Whether two words are spellings of one.
pub(super) fn are_of_one_family(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    a == b && lines().any(|mut family| family.next() == Some(a.as_str()))
}

#[test]
fn the_commonest_pairs_are_known() {
    let pairs: Vec<(&str, &str)> = PAIRS.split('|').filter_map(|pair| pair.trim().split_once(' ')).collect();
    assert!(pairs.len() >= 95, "{}", pairs.len());
    let unknown = pairs.iter().filter(|(a, b)| key(a) != key(b) || written_alike(a, b)).collect::<Vec<_>>();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn words_are_known_with_all_their_endings() {
    for family in [
        "fulfill fulfil|fulfills fulfils|enroll enrol|enrolls enrols|enrollment enrolment|tires tyres|plowing ploughing|plowed ploughed",
        "skeptics sceptics|skepticism scepticism|maneuvers manoeuvres|maneuvering manoeuvring|grayer greyer|grayish greyish",
        "programs programmes|favorites favourites|favoritism favouritism|counselors counsellors|counseling counselling",
        "judgments judgements|anesthetics anaesthetics|anesthetist anaesthetist|skillfully skilfully|colorful colourful",
        "organization organisation|organizers organisers|traveling travelling|honorable honourable|theaters theatres",
    ] {
        for (a, b) in family.split('|').filter_map(|pair| pair.split_once(' ')) {
            assert_eq!(key(a), key(b), "{a} and {b}");
        }
    }
}

#[test]
fn each_word_of_the_list_is_in_one_family() {
    let mut seen = BTreeSet::new();
    for family in lines() {
        let words: Vec<&str> = family.collect();
        assert!(words.len() >= 2, "{words:?}");
        for word in &words {
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()) && seen.insert(*word), "{word}");
            assert_eq!(key(word), key(words[0]));
        }
    }
}

/// The words that fall together with another one, a family not counted.
fn folded_together<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(String, BTreeSet<&'a str>)> {
    let mut together: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    for word in words {
        together.entry(key(word)).or_default().insert(word);
    }
    let families: BTreeMap<&str, usize> =
        lines().enumerate().flat_map(|(at, family)| family.map(move |word| (word, at))).collect();
    let known = |words: &BTreeSet<&str>| {
        let mut of = words.iter().map(|word| families.get(word));
        of.next().flatten().is_some_and(|first| of.all(|other| other == Some(first)))
    };
    let other = together.into_values().filter(|words| words.len() > 1 && !known(words));
    other.map(|words| (fold(words.first().unwrap()), words)).collect()
}

#[test]
fn no_other_words_fall_together() {
    // The words of the list, and of one in five its neighbours, with a letter left out, doubled or put for another: 250,000 words.
    let mut words: BTreeSet<String> = lines().flatten().map(str::to_owned).collect();
    for word in lines().flatten().step_by(5) {
        for at in 0..word.len() {
            let (before, letter, after) = (&word[..at], &word[at..=at], &word[at + 1..]);
            words.insert(format!("{before}{after}"));
            words.insert(format!("{before}{letter}{letter}{after}"));
            words.extend(["a", "e", "s", "z", "r"].map(|other| format!("{before}{other}{after}")));
        }
    }
    words.remove("");
    assert_eq!(folded_together(words.iter().map(String::as_str)), []);
}

/// Where a system has a list of English words, no two of them fall together either.
#[test]
fn no_words_of_the_system_fall_together() {
    for list in ["american-english-large", "british-english-large", "american-english", "british-english", "words"] {
        let Ok(text) = std::fs::read_to_string(Path::new("/usr/share/dict").join(list)) else { continue };
        let small: BTreeSet<String> = text.lines().filter(|word| !word.contains('\'')).map(str::to_lowercase).collect();
        assert_eq!(folded_together(small.iter().map(String::as_str)), [], "{list}");
    }
}
