//! The list of clusters, and the cluster keys of the reading view.

use super::listing::Listing;
use super::mode::{Asked, Mode};
use super::reopening::take_reopened;
use super::stack::Modes;
use super::turn::Turn;
use crate::app::desk::curating::{ClusterSort, Curating};
use crate::app::desk::deciding::{
    decide, next_undecided, say_open, take_added, take_back, take_clusters, take_not_added,
};
use crate::app::desk::desk::Desk;
use crate::app::jobs::{ClusterNews, Goal, ListRow, Listed, Rows};
use crate::app::keys::Action;
use crate::curation::{ClusterGroup, Judgement};
use crate::text::{plural, visible};

/// The columns of the shares that the texts of a cluster have in common: `39–100 %`.
const SHARES: usize = 8;

/// Lists the clusters, to open one or to merge the open one with another.
pub(in crate::app) fn list_clusters(desk: &Desk, listed: Listed) -> Turn {
    let Some(curating) = &desk.curating else { return Turn::Stay };
    let place = curating.place();
    let at = ranks(curating, listed).position(|at| at == place).unwrap_or(0);
    Turn::Open(Mode::Listing(Box::new(Listing::of(listed, rows(curating, listed), at))))
}

/// Sorts the list of clusters in the next order.
pub(in crate::app) fn sort_clusters(desk: &mut Desk, listed: Listed) -> Turn {
    if let Some(curating) = &mut desk.curating {
        curating.sort = curating.sort.next();
    }
    let Some(curating) = &desk.curating else { return Turn::Stay };
    // The reader sorts to see what comes first.
    Turn::Open(Mode::Listing(Box::new(Listing::of(listed, rows(curating, listed), 0))))
}

fn rows(curating: &Curating, listed: Listed) -> Rows {
    let listed = ranks(curating, listed);
    Rows::made(listed.filter_map(|at| Some(row(curating, at, curating.groups.get(at)?))).collect())
}

/// The ranks of the clusters that are listed: the open one cannot be merged with itself.
fn ranks(curating: &Curating, listed: Listed) -> impl Iterator<Item = usize> {
    let place = curating.place();
    curating.order().into_iter().filter(move |at| listed != Listed::MergeWith || *at != place)
}

fn row(curating: &Curating, at: usize, group: &ClusterGroup) -> ListRow {
    let row = &*curating.row(group);
    let figure = match row.likeness {
        Some((least, median)) if least == median => {
            format!("{}  {:>SHARES$} alike", texts(row.size), format!("{least} %"))
        }
        Some((least, median)) => format!("{}  {:>SHARES$} alike", texts(row.size), format!("{least}–{median} %")),
        // As wide as the others, so that the numbers stand below each other.
        None => format!("{}{:blank$}", texts(row.size), "", blank = 2 + SHARES + " alike".len()),
    };
    let dates = match &row.dates {
        (first, _) if first.is_empty() => String::new(),
        (first, last) if first == last => format!(" · {first}"),
        (first, last) => format!(" · {first} to {last}"),
    };
    let outlets = match row.outlets {
        0 => String::new(),
        1 => " · 1 source".to_owned(),
        many => format!(" · {many} sources"),
    };
    let decided = if curating.is_decided(group) { "decided" } else { "undecided" };
    let odd = match curating.sort {
        // Of two texts neither is less like the other.
        ClusterSort::Doubt if !row.odd.is_empty() && row.size > 2 => {
            format!(" · least like the others: {}", visible(&row.odd))
        }
        _ => String::new(),
    };
    let others: Vec<String> = curating.others_in(group).iter().map(|name| format!(" + {}", visible(name))).collect();
    ListRow {
        place: format!("{} {}{}", at + 1, visible(&group.name), others.concat()),
        figure,
        words: row.title.clone(),
        why: format!("{decided}{odd}{outlets}{dates}"),
        goal: Goal::Cluster(at),
        ..ListRow::default()
    }
}

fn texts(size: u64) -> String {
    plural(usize::try_from(size).unwrap_or(usize::MAX), "text")
}

/// Takes in what is known of clusters.
pub(in crate::app) fn take_cluster_news(modes: &mut Modes, desk: &mut Desk, news: ClusterNews) {
    match news {
        ClusterNews::Rows(more) => {
            take_clusters(desk, more);
            list_anew(modes, desk);
        }
        ClusterNews::Groups(found) => {
            let Some(curating) = &mut desk.curating else { return };
            for (group, row) in found {
                // Decisions made meanwhile may have changed it again.
                if let Some(known) = curating.changed.get_mut(&group) {
                    *known = Some(row);
                }
            }
            list_anew(modes, desk);
        }
        ClusterNews::Opened(opened) => {
            let Some(curating) = &mut desk.curating else { return };
            if !curating.opening.take(opened.read.ticket, ()) || opened.read.articles.is_empty() {
                return take_reopened(modes, desk, opened.read);
            }
            (curating.open, curating.texts) = (opened.group, opened.texts);
            take_reopened(modes, desk, opened.read);
            say_open(desk);
        }
        ClusterNews::Added(decision) => {
            take_added(desk, *decision);
            list_anew(modes, desk);
        }
        ClusterNews::NotAdded(reason) => take_not_added(desk, &reason),
    }
}

/// Updates the open list; keeps the chosen row and the filter.
fn list_anew(modes: &mut Modes, desk: &Desk) {
    let Some(curating) = &desk.curating else { return };
    modes.tell(|mode| {
        if let Mode::Listing(list) = mode
            && matches!(list.listed, Listed::Clusters | Listed::MergeWith)
        {
            list.renew(rows(curating, list.listed));
        }
        Turn::Stay
    });
}

/// Takes a cluster action in reading; `None` for any other action.
pub(in crate::app) fn curating(desk: &mut Desk, action: Action) -> Option<Turn> {
    let verdict = match action {
        Action::Same => Some(Judgement::Same),
        Action::Different => Some(Judgement::Different),
        Action::Unsure => Some(Judgement::Unsure),
        Action::Keep => Some(Judgement::Keep),
        Action::Drop => Some(Judgement::Drop),
        Action::Split => Some(Judgement::Split),
        Action::Clusters | Action::NextUndecided | Action::Merge | Action::Relation | Action::TakeBack => None,
        _ => return None,
    };
    if desk.curating.is_none() {
        desk.warn("No clusters are open; ibid clusters PATH opens what an engine found");
        return Some(Turn::Stay);
    }
    if let Some(verdict) = verdict {
        decide(desk, verdict);
        return Some(Turn::Stay);
    }
    match action {
        Action::Clusters => return Some(list_clusters(desk, Listed::Clusters)),
        Action::Merge => return Some(list_clusters(desk, Listed::MergeWith)),
        Action::Relation => {
            desk.say("Relation: exact, edited, excerpt, updated, translation or template; then a note");
            return Some(Turn::Open(Mode::line(Asked::Relation, "")));
        }
        Action::NextUndecided => next_undecided(desk),
        _ => take_back(desk),
    }
    Some(Turn::Stay)
}
