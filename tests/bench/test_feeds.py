"""The bench of polling counts what it says it counts."""

from bot.bench import feeds


async def test_each_of_them_reads_every_item_and_keeps_count() -> None:
    async with feeds.site(6, 4) as address:
        for who in (feeds.OURS, feeds.READER, feeds.FLOOR):
            found = await feeds.turn(who, address, 6)
            assert [found[name]["items"] for name in feeds.PASSES] == [24, 24, 24], who
            assert all(found[name]["cpu"] > 0 for name in feeds.PASSES)


async def test_the_memory_is_that_of_polls_which_bring_something() -> None:
    found = await feeds.soak(feeds=10, items=3, polls=30)
    assert [number for number, _ in found] == [10, 20, 30]
    assert all(resident > 0 for _, resident in found)
