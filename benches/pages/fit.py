"""Fits the trees that tell which blocks of a page belong to its article, and says how they do on sites that were held back.

usage: cargo build --profile fast --bench blocks; BLOCKS=target/fast/deps/blocks-... python3 benches/pages/fit.py SET... [--write]

A SET is a folder with `truth.json` (page: {"articleBody", "url"}) and `html/PAGE.html.gz`. A block is text where its words stand in the
article as it should be. Pages of one site are held back together, an eighth of the sites at a time. `--write` fits all pages and writes
`assets/blocks.txt`. Needs numpy and scikit-learn."""
import collections, gzip, json, os, re, statistics, subprocess, sys, tempfile, urllib.parse

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier as Trees

FOLDS = 8
FIRST = dict(max_iter=150, learning_rate=0.08, max_depth=4, l2_regularization=5, min_samples_leaf=40)
SECOND = dict(max_iter=160, learning_rate=0.06, max_depth=4, l2_regularization=5, min_samples_leaf=40, max_features=0.3, random_state=1)


def words(text):
    return re.findall(r'\w+', text)


def labels(texts, body):
    """Tells of each block how much of it stands in the article."""
    known = [word.lower() for word in words(body)]
    lines, joined = {' '.join(words(line.lower())) for line in body.split('\n')}, ' ' + ' '.join(known) + ' '
    shingles, used, found = set(zip(known, known[1:], known[2:], known[3:])), collections.Counter(), []
    for text in texts:
        own = [word.lower() for word in words(text)]
        said, share = ' '.join(own), 0.0
        if len(own) >= 6:
            each = list(zip(own, own[1:], own[2:], own[3:]))
            share = 1.0 if f' {said} ' in joined else sum(it in shingles for it in each) / max(1, len(each))
        elif own and said in lines:
            share = 1.0
        elif len(own) >= 3 and f' {said} ' in joined:
            share = 0.8
        if share > 0.5 and len(own) < 12:
            used[said] += 1
            if used[said] > max(1, joined.count(f' {said} ')):
                share = 0.0
        found.append(share)
    return np.array(found)


def read(folder):
    """Gives name, site, texts, features and the true article of each page."""
    truth = json.load(open(f'{folder}/truth.json', encoding='utf-8'))
    with tempfile.TemporaryDirectory() as made:
        files = []
        for page in truth:
            files.append(f'{made}/{page}.html')
            with gzip.open(f'{folder}/html/{page}.html.gz') as packed, open(files[-1], 'wb') as out:
                out.write(packed.read())
        rows = subprocess.run([os.environ['BLOCKS'], *files], capture_output=True, check=True).stdout.decode()
    pages = collections.OrderedDict((page, ([], [])) for page in truth)
    for row in rows.rstrip('\n').split('\n'):
        file, text, *features = row.split('\t')
        texts, all_features = pages[os.path.basename(file)[:-5]]
        texts.append(json.loads(text))
        all_features.append([float(it) for it in features])
    for page, (texts, features) in pages.items():
        if texts:
            site = urllib.parse.urlparse(truth[page].get('url') or page).hostname or page
            yield (folder, page), site.removeprefix('www.'), texts, np.array(features, dtype=np.float32), truth[page]['articleBody'] or ''


def weights(texts, body):
    each = np.array([max(1, len(text.split())) / max(60, len(body.split())) * 300 + 0.3 for text in texts])
    return each.clip(0, 60)


def among(texts, likely):
    """As `among` in src/kinds/html/choose.rs."""
    size = np.array([max(1, sum(any(c.isalnum() for c in word) for word in text.split())
                         + sum('\u3040' <= c <= '\u9fff' or '\u0e00' <= c <= '\u0e7f' for c in text) // 2) for text in texts], dtype=float)
    all_words, all_likely = np.concatenate([[0], np.cumsum(size)]), np.concatenate([[0], np.cumsum(size * likely)])
    total, count = all_likely[-1] or 1, len(texts)

    def mean(start, end):
        start, end = max(0, start), min(count, end)
        space = all_words[end] - all_words[start] if end > start else 0
        return (all_likely[end] - all_likely[start]) / space if space > 0 else 0

    def near(at):
        return likely[at] if 0 <= at < count else -1

    rows = [[likely[at], near(at - 3), near(at - 2), near(at - 1), near(at + 1), near(at + 2), near(at + 3), mean(at - 4, at),
             mean(at + 1, at + 5), mean(at - 12, at), mean(at + 1, at + 13), all_likely[at] / total,
             (total - all_likely[at + 1]) / total, likely.max(), np.log2(total + 1), total / max(1, all_words[-1])] for at in range(count)]
    return np.array(rows, dtype=np.float32)


def fit(pages, features, options):
    rows = np.vstack([features[page[0]] for page in pages])
    true = np.concatenate([labels(page[2], page[4]) for page in pages]) > 0.5
    return Trees(**options).fit(rows, true, sample_weight=np.concatenate([weights(page[2], page[4]) for page in pages]))


def held_back(pages, features, options):
    sites = sorted({page[1] for page in pages})
    np.random.RandomState(0).shuffle(sites)
    fold, found = {site: at % FOLDS for at, site in enumerate(sites)}, {}
    for out in range(FOLDS):
        trees = fit([page for page in pages if fold[page[1]] != out], features, options)
        for page in pages:
            if fold[page[1]] == out:
                found[page[0]] = trees.predict_proba(features[page[0]])[:, 1]
    return found


def bag(text):
    return collections.Counter(words(text.lower()))


def told(pages, likely, bar):
    """Gives precision, recall and F1 in words, means over pages."""
    each = []
    for name, _, texts, _, body in pages:
        want, have = bag(body), bag('\n'.join(text for text, it in zip(texts, likely[name]) if it >= bar))
        hit = sum((want & have).values())
        each.append((hit / max(1, sum(have.values())), hit / max(1, sum(want.values())),
                     2 * hit / max(1, sum(have.values()) + sum(want.values()))))
    return ' '.join(f'{statistics.mean(column):.4f}' for column in zip(*each))


def written(trees):
    rows = [f'forest {float(np.ravel(trees._baseline_prediction)[0]):.5g}']
    for tree in trees._predictors:
        nodes = tree[0].nodes

        def row(at):
            if nodes[at]['is_leaf']:
                return f"={nodes[at]['value']:.4g}"
            return f"{nodes[at]['feature_idx']}<{nodes[at]['num_threshold']:.5g} {row(nodes[at]['left'])} {row(nodes[at]['right'])}"

        rows.append(row(0))
    return rows


def main():
    folders = [word for word in sys.argv[1:] if not word.startswith('--')]
    pages = [page for folder in folders for page in read(folder)]
    first = {page[0]: page[3] for page in pages}
    likely = held_back(pages, first, FIRST)
    second = {page[0]: np.hstack([page[3], among(page[2], likely[page[0]].astype(float))]).astype(np.float32) for page in pages}
    if '--write' in sys.argv:
        with open('assets/blocks.txt', 'w') as out:
            out.write('\n'.join(written(fit(pages, first, FIRST)) + written(fit(pages, second, SECOND))) + '\n')
    again = held_back(pages, second, SECOND)
    for folder in folders:
        own = [page for page in pages if page[0][0] == folder]
        for name, found in (('by itself', likely), ('among others', again)):
            print(f'{folder} {name}, held back: precision recall F1 in words', told(own, found, 0.5))


main()
