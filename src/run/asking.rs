//! Hands requests that need neither screen nor keys to the workers.

use std::time::Instant;

use super::saving::Change;
use super::world::World;
use crate::app::Effect;

/// Hands a request to the workers; returns it if it is for the screen.
pub fn ask(world: &mut World, effect: Effect) -> Option<Effect> {
    match effect {
        Effect::Read(ticket) => world.read(ticket),
        Effect::Collate(job) => world.collate(job),
        Effect::Write(file) => world.write(file),
        Effect::Fetch(task) => world.fetch(task),
        Effect::Blame(task) => world.blame(task),
        Effect::Diff(job) => world.diff(job),
        Effect::CollateNext(job) => world.collate_next(job),
        Effect::Survey(survey) => world.survey(survey),
        Effect::Gather(gathering) => world.gather(gathering),
        Effect::Compare(gathering) => world.compare(gathering),
        Effect::Narrate(gathering) => world.narrate(gathering),
        Effect::Narrow(narrowing) => world.narrow(narrowing),
        Effect::Search(quest) => world.search(quest),
        Effect::Trace(task) => world.trace(task),
        Effect::Reread(task) => world.reread(task),
        Effect::Save(file, rule) => world.save(Change::Add(file, rule)),
        Effect::Remove(file, id) => world.save(Change::Remove(file, id)),
        Effect::Step(number, file, step, back) => world.save(Change::Step(number, file, step, back.map(Box::new))),
        Effect::Keep(review) => world.keep(review),
        Effect::Note(ticket, change) => world.note(ticket, change),
        Effect::ListClusters(listing) => world.list_clusters(listing),
        Effect::Curate(ask) => world.curate(ask),
        Effect::Wait(ticket) => world.wait(ticket, Instant::now()),
        for_the_screen => return Some(for_the_screen),
    }
    None
}
