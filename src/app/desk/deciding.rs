//! Decides on clusters, and opens the next one.

use super::curating::{Curating, Retraction};
use super::desk::Desk;
use crate::app::jobs::{ClusterAsk, ClusterListing, ClusterRow, Effect};
use crate::app::settings::nearest;
use crate::curation::{ClusterDecision, Judgement, Relation};
use crate::text::{plural, visible};

/// Decides on the texts of the open pair, or on the one in the focused pane.
pub(in crate::app) fn decide(desk: &mut Desk, verdict: Judgement) {
    if still_opening(desk) {
        return;
    }
    let (pair, focused) = (desk.row.pair(), desk.focused().article);
    let Some(curating) = &desk.curating else { return };
    let text = |article: usize| curating.texts.get(article).cloned();
    let (a, b) = match verdict.is_of_pair() {
        true => (text(pair.left), text(pair.right)),
        false => (text(focused), None),
    };
    let Some(first) = a.filter(|_| !verdict.is_of_pair() || b.is_some()) else {
        return desk.warn("This needs two texts of the cluster");
    };
    if b.as_ref().is_some_and(|b| *b == first) {
        let id = visible(&first.id).into_owned();
        return desk.warn(format!("Both texts have the id {id}, so a decision could not tell them apart"));
    }
    // Of two different texts the second leaves, so its cluster is named.
    let cluster = b.as_ref().unwrap_or(&first).cluster.clone();
    let decision = decision(desk, cluster, verdict);
    add(desk, ClusterDecision { a: Some(first.id), b: b.map(|text| text.id), ..decision });
}

/// Merges the open cluster with another.
pub(in crate::app) fn merge_with(desk: &mut Desk, at: usize) {
    if still_opening(desk) {
        return;
    }
    let Some(curating) = &desk.curating else { return };
    let place = curating.place();
    if at == place {
        return desk.warn("This is the open cluster; choose another");
    }
    let name = |at: usize| curating.groups.get(at).map(|group| group.name.clone());
    let (Some(cluster), Some(other)) = (name(place), name(at)) else { return };
    let decision = decision(desk, cluster, Judgement::Merge);
    add(desk, ClusterDecision { b: Some(other), ..decision });
}

/// Says so if another cluster is being opened: keys typed ahead were not meant for the one still shown.
fn still_opening(desk: &mut Desk) -> bool {
    let opening = desk.curating.as_ref().is_some_and(|it| it.opening.is_awaited());
    if opening {
        desk.warn("Not decided: the next cluster is still being read");
    }
    opening
}

fn decision(desk: &Desk, cluster: String, verdict: Judgement) -> ClusterDecision {
    ClusterDecision {
        cluster,
        a: None,
        b: None,
        verdict,
        relation: None,
        keep: None,
        who: desk.curating.as_deref().map(|it| it.who.clone()).unwrap_or_default(),
        when: String::new(),
        note: String::new(),
    }
}

/// Adds what was typed to the last decision: a relation by its name, and the rest as a note.
pub(in crate::app) fn relate(desk: &mut Desk, said: &str) {
    let last = desk.curating.as_ref().and_then(|it| it.done.last()).map(|(last, _)| last.clone());
    let Some(last) = last else { return desk.warn("Nothing is decided yet") };
    let (first, rest) = said.split_once(' ').unwrap_or((said, ""));
    let near = nearest(first, Relation::ALL.into_iter().map(Relation::name));
    if let Some(near) = near.filter(|near| rest.is_empty() && *near != first) {
        return desk.warn(format!("No relation is called {first}; did you mean {near}?"));
    }
    let (relation, note) = match Relation::named(first) {
        Some(relation) => (Some(relation), rest.trim()),
        None => (last.relation, said.trim()),
    };
    add(desk, ClusterDecision { relation, note: visible(note).into_owned(), when: String::new(), ..last });
}

/// Undoes the last decision; the one it replaced counts again.
pub(in crate::app) fn take_back(desk: &mut Desk) {
    let Some(done) = desk.curating.as_mut().and_then(|it| it.done.pop()) else {
        return desk.say("Nothing decided since the start");
    };
    let (last, before) = done.clone();
    let open = ClusterDecision { verdict: Judgement::Open, relation: None, keep: None, note: String::new(), ..last };
    // A replaced decision by someone else counts again by itself.
    let own = before.filter(|it| it.who == open.who);
    let again = ClusterDecision { when: String::new(), ..own.unwrap_or(open) };
    desk.say("Taking the last decision back");
    if let Some(curating) = &mut desk.curating {
        curating.undoing = Some(Retraction { done, again: again.clone() });
    }
    desk.ask(Effect::Curate(ClusterAsk::Add(Box::new(again))));
}

fn add(desk: &mut Desk, decision: ClusterDecision) {
    let Some(curating) = &mut desk.curating else { return };
    // A decision made just now may not be saved yet.
    let subject = decision.subject();
    let just = curating.done.iter().rev().find(|(done, _)| done.subject() == subject).map(|(done, _)| done);
    let before = just.or_else(|| curating.ledger.on(&subject)).cloned();
    curating.done.push((decision.clone(), before));
    desk.ask(Effect::Curate(ClusterAsk::Add(Box::new(decision))));
}

/// Takes in that a decision was saved.
pub(in crate::app) fn take_added(desk: &mut Desk, decision: ClusterDecision) {
    let Some(curating) = &mut desk.curating else { return };
    let (mut said, subject) = (told(&decision), decision.subject());
    let is_open = decision.verdict == Judgement::Open;
    let replaces =
        |undoing: &mut Retraction| undoing.again.verdict == decision.verdict && undoing.again.subject() == subject;
    let undone = curating.undoing.take_if(replaces).map(|undoing| undoing.done.0);
    curating.ledger.take(decision);
    if let Some(standing) = curating.ledger.on(&subject).filter(|_| is_open) {
        said = format!("{}, as {} decided", told(standing), visible(&standing.who));
    } else if is_open && undone.is_some() {
        said = String::new();
    }
    if let Some(undone) = undone {
        let again = if said.is_empty() { String::new() } else { format!("; again: {said}") };
        said = format!("Undone: {} {}{again}", undone.verdict.name(), texts(&undone));
    }
    regroup(desk);
    let Some(curating) = &desk.curating else { return };
    let progress = curating.progress();
    desk.say(format!("{said} · {progress}"));
}

/// Finds the clusters after all decisions, and asks for those not known yet.
pub(in crate::app) fn regroup(desk: &mut Desk) {
    let Some(curating) = &mut desk.curating else { return };
    let fresh = curating.regroup();
    if !fresh.is_empty() {
        desk.ask(Effect::ListClusters(ClusterListing::Groups(fresh)));
    }
}

/// Says that a decision was not saved, so that it does not count; or that one was not undone, so that it still does.
pub(in crate::app) fn take_not_added(desk: &mut Desk, reason: &str) {
    let Some(curating) = &mut desk.curating else { return };
    let kept = match curating.undoing.take() {
        Some(undoing) => {
            curating.done.push(undoing.done);
            "undone"
        }
        None => {
            curating.done.pop();
            "decided"
        }
    };
    desk.warn(format!("Not {kept}: {reason}"));
}

fn told(decision: &ClusterDecision) -> String {
    let of = texts(decision);
    let relation = decision.relation.map_or(String::new(), |relation| format!(", {}", relation.name()));
    let note = match (decision.note.is_empty(), decision.relation) {
        (true, _) => "",
        (false, Some(_)) => ", with a note",
        (false, None) => ", with a note and no relation",
    };
    match decision.verdict {
        Judgement::Open => format!("Undecided again: {of}"),
        Judgement::Merge => format!("One with {of}{note}"),
        verdict => format!("{}: {of}{relation}{note}", capital(verdict.name())),
    }
}

/// The texts that a decision is about.
fn texts(decision: &ClusterDecision) -> String {
    let texts: Vec<&str> = [&decision.a, &decision.b].into_iter().flatten().map(String::as_str).collect();
    visible(&texts.join(" and ")).into_owned()
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Opens a cluster instead of the open one.
pub(in crate::app) fn open_cluster(desk: &mut Desk, at: usize) {
    let ticket = desk.next_ticket();
    let Some(curating) = &mut desk.curating else { return };
    let Some(group) = curating.groups.get(at).cloned() else { return };
    curating.opening.ask(ticket);
    desk.library.reading.ask(ticket);
    desk.ask(Effect::Curate(ClusterAsk::Open(ticket, group)));
}

/// Opens the next undecided cluster of the list.
pub(in crate::app) fn next_undecided(desk: &mut Desk) {
    let Some(curating) = &desk.curating else { return };
    let (order, place) = (curating.order(), curating.place());
    let here = order.iter().position(|at| *at == place).map_or(0, |here| here + 1);
    let turned = order.iter().skip(here).chain(order.iter().take(here));
    let undecided =
        |at: &&usize| **at != place && curating.groups.get(**at).is_some_and(|group| !curating.is_decided(group));
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
    if let Some(curating) = &desk.curating {
        let said = told_open(curating);
        desk.say(said);
    }
}

/// Takes in more of the engine's clusters. Where it is still said which cluster is open, its rank and what is decided may be other ones.
pub(in crate::app) fn take_clusters(desk: &mut Desk, more: Vec<ClusterRow>) {
    let Some(curating) = &mut desk.curating else { return };
    let before = told_open(curating);
    curating.rows.extend(more);
    regroup(desk);
    if desk.message.as_ref().is_some_and(|message| message.text == before) {
        say_open(desk);
    }
}

fn told_open(curating: &Curating) -> String {
    let decided = if curating.is_decided(&curating.open) { "decided" } else { "undecided" };
    let others: Vec<String> =
        curating.others_in(&curating.open).iter().map(|name| format!(" + {}", visible(name))).collect();
    format!(
        "Cluster {} of {}: {}{}, {}, {decided} · {}",
        curating.place() + 1,
        curating.after(),
        visible(&curating.open.name),
        others.concat(),
        plural(curating.texts.len(), "text"),
        curating.progress()
    )
}
