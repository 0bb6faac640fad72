//! Deciding on the clusters that are gone through, and going from one to the next.

use super::desk::Desk;
use crate::app::jobs::{ClusterAsk, Effect};
use crate::curation::{ClusterDecision, Judgement, Relation};
use crate::text::visible;

/// Decides on the texts of the open pair, or on the one in the focused pane.
pub(in crate::app) fn decide(desk: &mut Desk, verdict: Judgement) {
    let (pair, focused) = (desk.row.pair(), desk.focused().article);
    let Some(curating) = &desk.curating else { return };
    let id = |article: usize| curating.ids.get(article).cloned();
    let (a, b) = match verdict.is_of_pair() {
        true => (id(pair.left), id(pair.right)),
        false => (id(focused), None),
    };
    if a.is_none() || (verdict.is_of_pair() && (b.is_none() || a == b)) {
        return desk.warn("This needs two texts of the cluster");
    }
    add(desk, decision(desk, verdict, a, b));
}

/// Makes the open cluster one with another.
pub(in crate::app) fn merge_with(desk: &mut Desk, at: usize) {
    let Some(curating) = &desk.curating else { return };
    if at == curating.open {
        return desk.warn("This is the open cluster; choose another");
    }
    let Some(other) = curating.rows.get(at).map(|row| row.id.clone()) else { return };
    add(desk, decision(desk, Judgement::Merge, None, Some(other)));
}

fn decision(desk: &Desk, verdict: Judgement, a: Option<String>, b: Option<String>) -> ClusterDecision {
    let curating = desk.curating.as_deref();
    ClusterDecision {
        cluster: curating.map(|it| it.id.clone()).unwrap_or_default(),
        a,
        b,
        verdict,
        relation: None,
        keep: None,
        who: curating.map(|it| it.who.clone()).unwrap_or_default(),
        when: String::new(),
        note: String::new(),
    }
}

/// Adds what was typed to the last decision: a relation by its name, and the rest as a note.
pub(in crate::app) fn relate(desk: &mut Desk, said: &str) {
    let last = desk.curating.as_ref().and_then(|it| it.done.last()).map(|(last, _)| last.clone());
    let Some(last) = last else { return desk.warn("Nothing is decided yet") };
    let (first, rest) = said.split_once(' ').unwrap_or((said, ""));
    let (relation, note) = match Relation::named(first) {
        Some(relation) => (Some(relation), rest.trim()),
        None => (last.relation, said.trim()),
    };
    add(desk, ClusterDecision { relation, note: visible(note).into_owned(), when: String::new(), ..last });
}

/// Takes the last decision back: what counted before counts again.
pub(in crate::app) fn take_back(desk: &mut Desk) {
    let Some((last, before)) = desk.curating.as_mut().and_then(|it| it.done.pop()) else {
        return desk.say("Nothing decided since the start");
    };
    let open = ClusterDecision { verdict: Judgement::Open, relation: None, keep: None, note: String::new(), ..last };
    let again = ClusterDecision { when: String::new(), ..before.unwrap_or(open) };
    desk.say("Taking the last decision back");
    desk.ask(Effect::Curate(ClusterAsk::Add(Box::new(again))));
}

fn add(desk: &mut Desk, decision: ClusterDecision) {
    let Some(curating) = &mut desk.curating else { return };
    let before = curating.ledger.on(&decision.subject()).cloned();
    curating.done.push((decision.clone(), before));
    desk.ask(Effect::Curate(ClusterAsk::Add(Box::new(decision))));
}

/// Takes in that a decision is kept.
pub(in crate::app) fn take_added(desk: &mut Desk, decision: ClusterDecision) {
    let Some(curating) = &mut desk.curating else { return };
    let said = told(&decision);
    curating.ledger.take(decision);
    let progress = curating.progress();
    desk.say(format!("{said} · {progress}"));
}

/// Says that a decision is not kept; it does not count.
pub(in crate::app) fn take_not_added(desk: &mut Desk, reason: &str) {
    if let Some(curating) = &mut desk.curating {
        curating.done.pop();
    }
    desk.warn(format!("Not decided: {reason}"));
}

fn told(decision: &ClusterDecision) -> String {
    let texts: Vec<&str> = [&decision.a, &decision.b].into_iter().flatten().map(String::as_str).collect();
    let of = visible(&texts.join(" and ")).into_owned();
    let relation = decision.relation.map_or(String::new(), |relation| format!(", {}", relation.name()));
    let note = if decision.note.is_empty() { "" } else { ", with a note" };
    match decision.verdict {
        Judgement::Open => format!("Undecided again: {of}"),
        Judgement::Merge => format!("One with {of}{note}"),
        verdict => format!("{}: {of}{relation}{note}", capital(verdict.name())),
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Opens a cluster in place of the open one.
pub(in crate::app) fn open_cluster(desk: &mut Desk, at: usize) {
    let ticket = desk.next_ticket();
    let Some(curating) = &mut desk.curating else { return };
    curating.opening.ask(ticket);
    desk.library.reading.ask(ticket);
    desk.ask(Effect::Curate(ClusterAsk::Open(ticket, at)));
}

/// Opens the next cluster of the list of which nothing is decided.
pub(in crate::app) fn next_undecided(desk: &mut Desk) {
    let Some(curating) = &desk.curating else { return };
    let order = curating.order();
    let here = order.iter().position(|at| *at == curating.open).map_or(0, |here| here + 1);
    let turned = order.iter().skip(here).chain(order.iter().take(here));
    let undecided = |at: &&usize| {
        **at != curating.open && curating.rows.get(**at).is_some_and(|row| !curating.ledger.is_decided(&row.id))
    };
    match turned.copied().collect::<Vec<_>>().iter().find(undecided) {
        Some(&at) => open_cluster(desk, at),
        None => {
            let progress = curating.progress();
            desk.say(format!("No other undecided cluster · {progress}"));
        }
    }
}

/// Says which cluster is open.
pub(in crate::app) fn say_open(desk: &mut Desk) {
    let Some(curating) = &desk.curating else { return };
    let decided = if curating.ledger.is_decided(&curating.id) { "decided" } else { "undecided" };
    let said = format!(
        "Cluster {} of {}: {}, {} texts, {decided} · {}",
        curating.open + 1,
        curating.count,
        visible(&curating.id),
        curating.ids.len(),
        curating.progress()
    );
    desk.say(said);
}
