"""Fits the trees that tell which blocks of a page belong to its article, and says how they do on sites that were held back.

usage: cargo build --profile fast --bench blocks; BLOCKS=target/fast/deps/blocks-... python3 benches/pages/fit.py SET... [--write]

A SET is a folder with `truth.json` (page: {"articleBody", "url"}) and `html/PAGE.html.gz`. A block is text where its words stand in the
article as it should be. Pages of one site are held back together, an eighth of the sites at a time; figures are told of all sites and of
two halves of them, so that what is tuned on the errors of one half can be judged on the other. `--write` fits all pages and writes
`assets/blocks.txt`. Needs numpy and lightgbm."""
import collections, gzip, json, os, re, statistics, subprocess, sys, tempfile, urllib.parse

import lightgbm
import numpy as np

FOLDS = 8
BOTH = dict(objective='binary', num_leaves=16, max_depth=4, lambda_l2=5, min_data_in_leaf=40, max_bin=127, verbose=-1, num_threads=1)
FIRST = dict(BOTH, learning_rate=0.06, feature_fraction_bynode=0.2, seed=1, num_iterations=200)
SECOND = dict(BOTH, learning_rate=0.05, feature_fraction_bynode=0.1, seed=2, num_iterations=150)
# As in src/kinds/html/choose.rs.
LIKELY, FEW, SURE, ROW, NEAR = 0.5, 25, 0.8, 0.6, 2

Page = collections.namedtuple('Page', 'name site texts body features words around alike cells')


def words(text):
    return re.findall(r'\w+', text)


def shingles(row):
    return collections.Counter(tuple(row[at:at + 4]) for at in range(len(row) - 3))


def labels(texts, body):
    """Tells of each block whether it stands in the article: first each by itself, then as the whole comes nearest to it."""
    known = [word.lower() for word in words(body)]
    lines, joined = {' '.join(words(line.lower())) for line in body.split('\n')}, ' ' + ' '.join(known) + ' '
    there, used, kept = set(zip(known, known[1:], known[2:], known[3:])), collections.Counter(), []
    rows = [[word.lower() for word in words(text)] for text in texts]
    for own in rows:
        said = ' '.join(own)
        if len(own) >= 6:
            each = list(zip(own, own[1:], own[2:], own[3:]))
            found = f' {said} ' in joined or sum(it in there for it in each) > 0.5 * len(each)
        else:
            found = bool(own) and (said in lines or len(own) >= 3 and f' {said} ' in joined)
        if found and len(own) < 12:
            used[said] += 1
            found = used[said] <= max(1, joined.count(f' {said} '))
        kept.append(found)
    return np.array(nearest(rows, shingles(known), kept))


def nearest(rows, want, kept):
    """Takes short blocks in and out while the shingles of all that is kept come nearer to those of the article."""
    have = shingles([word for row, keep in zip(rows, kept) if keep for word in row])
    hit, total, wanted = sum((want & have).values()), sum(have.values()), sum(want.values())

    def around(start, end, kept):
        before, behind = [], []
        for at in range(start - 1, -1, -1):
            if len(before) >= 3:
                break
            before = (rows[at][-3:] if kept[at] else []) + before
        for at in range(end, len(rows)):
            if len(behind) >= 3:
                break
            behind = behind + (rows[at][:3] if kept[at] else [])
        return shingles(before[-3:] + [word for at in range(start, end) if kept[at] for word in rows[at]] + behind[:3])

    def good(hit, total):
        return 2 * hit / max(1, total + wanted)

    for _ in range(4):
        changed = False
        for at, row in enumerate(rows):
            for run in (1, 2, 3) if 0 < len(row) < 30 else ():
                end = min(len(rows), at + run)
                other = kept[:at] + [not kept[at]] * (end - at) + kept[end:]
                old, new = around(at, end, kept), around(at, end, other)
                more = sum(min(have[it] - old[it] + new[it], want[it]) - min(have[it], want[it]) for it in set(old) | set(new))
                longer = sum(new.values()) - sum(old.values())
                if good(hit + more, total + longer) > good(hit, total) + 1e-9:
                    have.update(new)
                    have.subtract(old)
                    hit, total, kept, changed = hit + more, total + longer, other, True
                    break
        if not changed:
            break
    return kept


def read(folder):
    """Reads the pages of a set as `benches/pages/blocks.rs` tells them."""
    truth = json.load(open(f'{folder}/truth.json', encoding='utf-8'))
    with tempfile.TemporaryDirectory() as made:
        files = []
        for page in truth:
            files.append(f'{made}/{page}.html')
            with gzip.open(f'{folder}/html/{page}.html.gz') as packed, open(files[-1], 'wb') as out:
                out.write(packed.read())
        rows = subprocess.run([os.environ['BLOCKS'], *files], capture_output=True, check=True).stdout.decode()
    pages = collections.OrderedDict((page, []) for page in truth)
    for row in rows.rstrip('\n').split('\n'):
        file, *told = row.split('\t')
        pages[os.path.basename(file)[:-5]].append(told)
    for page, told in pages.items():
        if told:
            site = urllib.parse.urlparse(truth[page].get('url') or page).hostname or page
            texts = [json.loads(text) for text, *_ in told]
            features = np.array([[float(it) for it in features] for *_, features in [(row[0], row[4:]) for row in told]], dtype=np.float32)
            around = [[int(it) for it in row[2].split(',')] for row in told]
            cells = [features[at][2] == 2 and ' | ' in text for at, text in enumerate(texts)]
            yield Page((folder, page), site.removeprefix('www.'), texts, truth[page]['articleBody'] or '', features,
                       np.array([int(row[1]) for row in told]), around, [row[3] for row in told], cells)


def weights(page):
    each = np.array([max(1, len(text.split())) / max(60, len(page.body.split())) * 300 + 0.3 for text in page.texts])
    return each.clip(0, 60)


def among(page, likely):
    """As `among` in src/kinds/html/choose.rs."""
    size = np.maximum(1, page.words).astype(float)
    all_words, all_likely = np.concatenate([[0], np.cumsum(size)]), np.concatenate([[0], np.cumsum(size * likely)])
    total, count = all_likely[-1] or 1, len(size)
    sums, alike = collections.defaultdict(lambda: np.zeros(2)), collections.defaultdict(lambda: np.zeros(2))
    for at, around in enumerate(page.around):
        own = np.array([size[at], size[at] * likely[at]])
        alike[page.alike[at]] += own
        for element in around:
            sums[element] += own

    def mean(start, end):
        start, end = max(0, start), min(count, end)
        space = all_words[end] - all_words[start] if end > start else 0
        return (all_likely[end] - all_likely[start]) / space if space > 0 else 0

    def near(at):
        return likely[at] if 0 <= at < count else -1

    def parts(at):
        around = [sums[element] for element in page.around[at][:4]]
        return [sum[1] / sum[0] for sum in [alike[page.alike[at]], *around]] + [-1] * (4 - len(around))

    rows = [[likely[at], near(at - 3), near(at - 2), near(at - 1), near(at + 1), near(at + 2), near(at + 3), mean(at - 4, at),
             mean(at + 1, at + 5), mean(at - 12, at), mean(at + 1, at + 13), all_likely[at] / total,
             (total - all_likely[at + 1]) / total, likely.max(), np.log2(total + 1), total / max(1, all_words[-1]), *parts(at)]
            for at in range(count)]
    return np.array(rows, dtype=np.float32)


def fit(pages, features, options):
    rows = np.vstack([features[page.name] for page in pages])
    true = np.concatenate([LABELS[page.name] for page in pages]).astype(float)
    return lightgbm.train(dict(options), lightgbm.Dataset(rows, true, weight=np.concatenate([weights(page) for page in pages])))


def held_back(pages, features, options):
    sites = sorted({page.site for page in pages})
    np.random.RandomState(0).shuffle(sites)
    fold, found = {site: at % FOLDS for at, site in enumerate(sites)}, {}
    for out in range(FOLDS):
        trees = fit([page for page in pages if fold[page.site] != out], features, options)
        for page in pages:
            if fold[page.site] == out:
                found[page.name] = trees.predict(features[page.name], num_threads=1)
    return found


def kept(page, likely):
    """As `choose` in src/kinds/html/choose.rs."""
    likely, at = np.array(likely), 0
    while at < len(likely):
        end = at + 1
        while page.cells[at] and end < len(likely) and page.cells[end]:
            end += 1
        if page.cells[at] and min(max(likely[max(0, at - NEAR):at], default=0), max(likely[end:end + NEAR], default=0)) >= LIKELY:
            likely[at:end] = np.maximum(likely[at:end], ROW)
        at = end
    order = np.argsort(-likely, kind='stable')
    sure = np.cumsum((page.words * likely)[order])
    best = (2 * sure / np.maximum(1, np.cumsum(page.words[order]) + sure[-1])).max()
    bar = LIKELY if best >= SURE else best / 2
    while page.words[likely >= bar].sum() < min(FEW, page.words.sum()) and bar > 0.01:
        bar *= 0.7
    return likely >= bar


def told(pages, keep):
    """Gives precision, recall and F1 in words, means over pages, and in shingles of four words the F1 of mean precision and mean recall."""
    each, four = [], []
    for page in pages:
        text = '\n'.join(text for text, it in zip(page.texts, keep(page)) if it)
        want, have = collections.Counter(words(page.body.lower())), collections.Counter(words(text.lower()))
        hit, both = sum((want & have).values()), sum(have.values()) + sum(want.values())
        each.append((hit / max(1, sum(have.values())), hit / max(1, sum(want.values())), 2 * hit / max(1, both)))
        want, have = shingles(words(page.body)), shingles(words(text))
        hit = sum((want & have).values())
        four.append((hit / max(1, sum(have.values())), hit / max(1, sum(want.values()))))
    precision, recall = (statistics.mean(column) for column in zip(*four))
    return ' '.join(f'{statistics.mean(column):.4f}' for column in zip(*each)) + f', in shingles {2 * precision * recall / (precision + recall):.4f}'


def written(trees):
    rows = ['forest 0']

    def row(node):
        if 'leaf_value' in node:
            return f"={node['leaf_value']:.4g}"
        return f"{node['split_feature']}<{node['threshold']:.5g} {row(node['left_child'])} {row(node['right_child'])}"

    return rows + [row(tree['tree_structure']) for tree in trees.dump_model()['tree_info']]


def main():
    folders = [word for word in sys.argv[1:] if not word.startswith('--')]
    pages = [page for folder in folders for page in read(folder)]
    LABELS.update((page.name, labels(page.texts, page.body)) for page in pages)
    first = {page.name: page.features for page in pages}
    likely = held_back(pages, first, FIRST)
    second = {page.name: np.hstack([page.features, among(page, likely[page.name])]).astype(np.float32) for page in pages}
    if '--write' in sys.argv:
        with open('assets/blocks.txt', 'w') as out:
            out.write('\n'.join(written(fit(pages, first, FIRST)) + written(fit(pages, second, SECOND))) + '\n')
    again = held_back(pages, second, SECOND)
    both = {name: (likely[name] + again[name]) / 2 for name in likely}
    sites = sorted({page.site for page in pages})
    np.random.RandomState(16).shuffle(sites)
    for folder in folders:
        for name, half in (('all', set(sites)), ('to read', set(sites[::2])), ('to judge', set(sites[1::2]))):
            own = [page for page in pages if page.name[0] == folder and page.site in half]
            print(f'{folder} {name}, best possible:', told(own, lambda page: LABELS[page.name]))
            print(f'{folder} {name}, held back: precision recall F1 in words', told(own, lambda page: kept(page, both[page.name])), flush=True)


LABELS = {}
if __name__ == '__main__':
    main()
