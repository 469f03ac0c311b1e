"""One question under many alternatives on a real Dask cluster on this machine."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterator
from functools import partial

import pytest
from distributed import Client, LocalCluster

import regionstyrning as rs
from regionstyrning.alternatives import Alternative
from tests.alternatives.variants import as_it_is, failing, goals, process, without_goals

MODEL = rs.load_region("exempel")
MANY: list[Alternative] = [*(partial(without_goals, count=number % 40) for number in range(1200)), failing, as_it_is]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A scheduler and two worker processes, each with one thread, that hear only this machine."""
    with (
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster, timeout="30s") as client,
    ):
        yield client


def test_a_cluster_gives_what_one_after_another_gives_though_a_worker_is_killed(client: Client) -> None:
    """Nothing is lost when a worker is killed midway, and the results stand in order."""
    workers = sorted(client.run(os.getpid).values())
    killed: list[int] = []

    def kill_one_midway(done: int, total: int) -> None:
        if not killed and done >= 20:
            killed.append(done)
            assert done < total
            os.kill(workers[0], signal.SIGKILL)

    found = rs.sweep(MODEL, MANY, goals, client.get_executor(), progress=kill_one_midway)
    assert (len(workers), len(killed)) == (2, 1)
    assert found == rs.sweep(MODEL, MANY, goals)


def test_a_cluster_is_asked_elsewhere_and_carries_a_lambda(client: Client) -> None:
    """No alternative is tried in the process of the caller, and Dask can send more than pickle."""
    found = rs.sweep(MODEL, [as_it_is, lambda model: model], process, client.get_executor())
    assert found.failures == ()
    assert os.getpid() not in {each.answer for each in found.results}
