"""Writes the two data sets that are generated, since no free ones were found: film ratings and film reviews.

    python reference/data_generated.py packages/data/datasets

Made with NumPy 2 (seed 7). Everything here is invented: no film, person or sentence is real.
"""

import csv
import gzip
import io
import sys
from pathlib import Path

import numpy as np

TARGET = Path(sys.argv[1])


def write(name, header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    with open(TARGET / f"{name}.csv.gz", "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(text.getvalue().encode())
    print(name, len(rows), (TARGET / f"{name}.csv.gz").stat().st_size)


GENRES = ["drama", "comedy", "thriller", "science-fiction", "documentary"]


def ratings(n_users=600, n_films=300, n_factors=3):
    """rating = 3.4 + user + film + taste · content + noise, to half stars; popular films are seen more."""
    rng = np.random.default_rng(7)
    user, film = rng.normal(0, 0.35, n_users), rng.normal(0, 0.45, n_films)
    genre = rng.integers(0, len(GENRES), n_films)
    centres = rng.normal(0, 0.8, (len(GENRES), n_factors))
    content = centres[genre] + rng.normal(0, 0.4, (n_films, n_factors))
    taste = rng.normal(0, 0.6, (n_users, n_factors))
    popularity = 1 / (1 + rng.permutation(n_films)) ** 0.6
    rows = []
    for u in range(n_users):
        mean = 3.4 + user[u] + film + content @ taste[u]
        # People choose what they expect to like: seen films are not a random sample.
        chance = popularity * np.exp(0.5 * mean)
        count = int(np.clip(rng.lognormal(3.2, 0.6), 8, 150))
        for f in np.sort(rng.choice(n_films, count, replace=False, p=chance / chance.sum())):
            stars = np.clip(np.round(2 * (mean[f] + rng.normal(0, 0.6))) / 2, 0.5, 5)
            rows.append([u + 1, f + 1, GENRES[genre[f]], f"{stars:g}"])
    write("ratings", ["user", "film", "genre", "rating"], rows)


PARTS = ["plot", "script", "ending", "acting", "camera work", "music", "pace", "dialogue", "editing", "lead"]
PARTS += ["cast", "story", "first hour", "final scene", "direction"]
GOOD = ["brilliant", "moving", "clever", "warm", "gripping", "funny", "beautiful", "honest", "superb", "fresh"]
GOOD += ["elegant", "unforgettable", "convincing", "delightful", "sharp"]
BAD = ["dull", "clumsy", "predictable", "flat", "tedious", "lazy", "confusing", "forgettable", "awful", "cold"]
BAD += ["shallow", "messy", "wooden", "pointless", "loud"]
FRAMES = [
    "The {part} is {word}.",
    "I found the {part} {word}.",
    "What a {word} {part}!",
    "The {part} was {word} and the {part2} {word2}.",
    "{Word} {part}, {word2} {part2}.",
    "Rarely have I seen such a {word} {part}.",
    "My sister called the {part} {word}, and she is right.",
    "Everyone around me thought the {part} was {word}.",
]
NEGATED = [
    "The {part} is not {word}.",
    "Nobody could call the {part} {word}.",
    "I had hoped for a {word} {part}, and did not get one.",
    "There is nothing {word} about the {part}.",
]
CLOSE_GOOD = ["I would watch it again.", "Go and see it.", "Two hours well spent.", "I left the cinema smiling."]
CLOSE_BAD = ["I want my evening back.", "Stay at home.", "I nearly walked out.", "Two hours I will not get back."]
NEUTRAL = [
    "I saw it on a rainy Tuesday.",
    "It runs for two hours.",
    "It is set in a small harbour town.",
    "The director has made four films before.",
    "The cinema was half full.",
    "I had read the book first.",
]


def sentence(rng, good):
    negated = rng.random() < 0.2
    words = GOOD if good != negated else BAD
    part, part2 = rng.choice(PARTS, 2, replace=False)
    word, word2 = rng.choice(words, 2, replace=False)
    frame = str(rng.choice(NEGATED if negated else FRAMES))
    text = frame.format(part=part, part2=part2, word=word, word2=word2, Word=word.capitalize())
    for vowel in "aeiou":
        text = text.replace(f" a {vowel}", f" an {vowel}")
    return text


def review(rng, good):
    # A fifth of the sentences disagree with the verdict, as in real reviews.
    count = rng.integers(2, 6)
    against = rng.random(count) < 0.2
    while 2 * against.sum() >= count:
        against = rng.random(count) < 0.2
    sentences = [sentence(rng, good != flip) for flip in against]
    if rng.random() < 0.5:
        sentences.insert(0, str(rng.choice(NEUTRAL)))
    if rng.random() < 0.5:
        sentences.append(str(rng.choice(CLOSE_GOOD if good else CLOSE_BAD)))
    return " ".join(sentences)


def reviews(n=2000):
    rng = np.random.default_rng(7)
    seen, rows = set(), []
    while len(rows) < n:
        good = len(rows) % 2 == 0
        text = review(rng, good)
        if text not in seen:
            seen.add(text)
            rows.append([text, "positive" if good else "negative"])
    write("reviews", ["text", "sentiment"], [rows[i] for i in rng.permutation(n)])


ratings()
reviews()
