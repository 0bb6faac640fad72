#!/usr/bin/env python3
"""Finds which articles of a large set come from each other: Spark proposes pairs, ibid compares them.

    python3 job.py ARTICLES OUT [--ibid ibid] [--rules rules.toml] [--shared 25]

ARTICLES are lines of JSON with `id` and `text`. Into OUT go `clean/` (the articles without boilerplate), `pairs/` (each compared pair with
its measures) and `clusters/` (the articles that stand in a cluster, with `cluster`), which `ibid clusters OUT/clusters` shows.
"""

import argparse
import shlex
import time
from pathlib import Path

from pyspark.ml import Pipeline
from pyspark.ml.feature import HashingTF, MinHashLSH, NGram, RegexTokenizer
from pyspark.ml.functions import vector_to_array
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

# Two sentences agree where all hashes of one band do: of those with a fifth of their shingles in common 15 in 100, with half 68.
BANDS, HASHES = 4, 2
# Sentences in which two texts have to agree: one may be a stock phrase.
AGREEING = 2
# Words of a shingle, and the numbers they are hashed to; shorter sentences have none.
SHINGLE, NUMBERS = 3, 1 << 20


def piped(rows, command, schema):
    """Sends rows through a command as lines of JSON, partition by partition, and reads what it prints."""
    lines = rows.select(F.to_json(F.struct(*rows.columns))).rdd.map(lambda row: row[0]).pipe(command, checkCode=True)
    return rows.sparkSession.read.schema(schema).json(lines)


def hashes_of(texts):
    """Gives the MinHash of the shingles of each sentence, beside the id of its text and its number."""
    sentences = texts.select("id", F.posexplode(F.split("text", r"(?<=[.!?])\s+")).alias("number", "sentence"))
    sets = Pipeline(stages=[
        RegexTokenizer(inputCol="sentence", outputCol="words", pattern=r"\W+"),
        NGram(n=SHINGLE, inputCol="words", outputCol="shingles"),
        HashingTF(numFeatures=NUMBERS, binary=True, inputCol="shingles", outputCol="set"),
    ]).fit(sentences).transform(sentences).where(F.size("shingles") > 0).select("id", "number", "set")
    model = MinHashLSH(numHashTables=BANDS * HASHES, seed=1, inputCol="set", outputCol="hashes").fit(sets.limit(1))
    # Each hash comes as a vector of one number.
    one = F.transform("hashes", lambda hash: vector_to_array(hash)[0].cast("long"))
    return model.transform(sets).select("id", "number", one.alias("hashes"))


def candidates(texts):
    """Proposes pairs: of the texts with a sentence in which a band agrees each with the first
    and with the one before it; those that agree in several sentences."""
    bands = [F.slice("hashes", band * HASHES + 1, HASHES) for band in range(BANDS)]
    buckets = F.array(*[F.xxhash64(F.lit(number), band) for number, band in enumerate(bands)])
    rows = hashes_of(texts).select("id", "number", F.explode(buckets).alias("bucket"))
    bucket = Window.partitionBy("bucket").orderBy("id")
    near = F.array(F.first("id").over(bucket), F.lag("id").over(bucket))
    rows = rows.select(F.col("id").alias("b"), "number", near.alias("near"))
    agreeing = rows.select(F.explode("near").alias("a"), "b", "number").where("a is not null and a != b")
    return agreeing.groupBy("a", "b").agg(F.countDistinct("number").alias("agree")).where(F.col("agree") >= AGREEING)


def components(links):
    """Gives each id of the links the least id that it is joined to."""
    both = links.select("a", "b").union(links.select("b", "a")).distinct().localCheckpoint()
    labels = both.select(F.col("a").alias("id"), F.col("a").alias("label")).distinct().localCheckpoint()
    while True:
        beside = both.join(labels, both.b == labels.id).groupBy(both.a.alias("id")).agg(F.min("label").alias("beside"))
        least = labels.join(beside, "id").select("id", F.least("label", "beside").alias("least"), "label")
        # The label of the label: so long chains take few rounds.
        jump = labels.select(F.col("id").alias("least"), F.col("label").alias("further"))
        after = least.join(jump, "least").select("id", F.least("least", "further").alias("next"), "label").localCheckpoint()
        if after.where("next != label").isEmpty():
            return labels
        labels = after.select("id", F.col("next").alias("label"))


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("articles")
    words.add_argument("out", type=Path)
    words.add_argument("--ibid", default="ibid", help="the program")
    words.add_argument("--rules", default=str(Path(__file__).with_name("rules.toml")), help="what is boilerplate")
    words.add_argument("--shared", type=int, default=25, help="a link: words in a hundred of the shorter text")
    words.add_argument("--partitions", type=int, default=64)
    words.add_argument("--memory", default="4g")
    wanted = words.parse_args()
    ibid = f"{shlex.quote(wanted.ibid)} --rules {shlex.quote(wanted.rules)} --no-config"
    named = SparkSession.builder.appName("ibid").config("spark.driver.memory", wanted.memory)
    spark = named.config("spark.sql.shuffle.partitions", wanted.partitions).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    began = time.monotonic()

    def kept(rows, name):
        nonlocal began
        path = str(wanted.out / name)
        rows.write.mode("overwrite").json(path, compression="gzip")
        read = spark.read.schema(rows.schema).json(path)
        now = time.monotonic()
        print(f"{name}: {read.count():,} rows, {now - began:.0f} s", flush=True)
        began = now
        return read

    articles = spark.read.schema("id string, outlet string, text string").json(wanted.articles)
    articles = articles.repartition(wanted.partitions)
    texts = kept(piped(articles, f"{ibid} clean --jsonl --field text", articles.schema), "clean")

    proposed = kept(candidates(texts), "candidates")
    left = texts.select(F.col("id").alias("a"), F.col("text").alias("left"))
    right = texts.select(F.col("id").alias("b"), F.col("text").alias("right"))
    pairs = proposed.join(left, "a").join(right, "b").select("a", "b", "left", "right").repartition(wanted.partitions)
    side = "struct<words: long, hidden: long, shared: long>"
    told = f"a string, b string, collation struct<left: {side}, right: {side}, matches: long>"
    compared = kept(piped(pairs, f"{ibid} report --jsonl", told), "pairs")

    of = {side: F.col(f"collation.{side}") for side in ("left", "right")}
    shorter = F.when(of["left"].words < of["right"].words, of["left"]).otherwise(of["right"])
    links = compared.where(shorter.shared * 100 >= shorter.words * wanted.shared)
    labels = components(links).withColumnRenamed("label", "cluster")
    kept(texts.join(labels, "id").orderBy("cluster", "id"), "clusters")
    spark.stop()


if __name__ == "__main__":
    main()
