//! Which files import which, and the cycles among them.

use std::collections::BTreeMap;

use super::file::File;
use super::paths::paths;

/// The files that import each other, directly or by way of others: one line per cycle, the shortest first.
pub fn cycles(files: &[File]) -> Vec<String> {
    let imports: Vec<Vec<usize>> = imports(files);
    let mut cycles: Vec<Vec<usize>> = (0..files.len())
        .filter_map(|start| shortest_cycle(&imports, start))
        .collect();
    // Each cycle once, beginning with its first file.
    for cycle in &mut cycles {
        let first = cycle.iter().enumerate().min_by_key(|(_, file)| **file);
        let first = first.map_or(0, |(index, _)| index);
        cycle.rotate_left(first);
    }
    cycles.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    cycles.dedup();
    let line = |cycle: &Vec<usize>| {
        let names = cycle.iter().chain(cycle.first());
        let names: Vec<&str> = names.map(|file| files[*file].path.as_str()).collect();
        names.join(" → ")
    };
    cycles.iter().map(line).collect()
}

/// The files that each file imports, by index.
fn imports(files: &[File]) -> Vec<Vec<usize>> {
    let modules: BTreeMap<Vec<&str>, usize> = files
        .iter()
        .enumerate()
        .filter(|(_, file)| file.path != "main")
        .map(|(index, file)| (file.module(), index))
        .collect();
    // The file of a path is that of its longest prefix which is a module.
    let file_of = |path: &[String]| {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        (0..=path.len())
            .rev()
            .find_map(|length| modules.get(&path[..length]).copied())
    };
    let of = |(index, file): (usize, &File)| {
        let mut imported: Vec<usize> = paths(file)
            .iter()
            .filter_map(|path| file_of(path))
            .collect();
        imported.sort_unstable();
        imported.dedup();
        imported.retain(|other| *other != index);
        imported
    };
    files.iter().enumerate().map(of).collect()
}

/// The shortest way along imports from a file back to itself, by breadth-first search.
fn shortest_cycle(imports: &[Vec<usize>], start: usize) -> Option<Vec<usize>> {
    let mut reached_from: Vec<Option<usize>> = vec![None; imports.len()];
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(file) = queue.pop_front() {
        for &next in &imports[file] {
            if next == start {
                let mut cycle = vec![file];
                while let Some(before) = reached_from[cycle[cycle.len() - 1]] {
                    cycle.push(before);
                }
                cycle.reverse();
                return Some(cycle);
            }
            if reached_from[next].is_none() {
                reached_from[next] = Some(file);
                queue.push_back(next);
            }
        }
    }
    None
}
