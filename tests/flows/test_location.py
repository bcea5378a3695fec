"""A tenant sends where they are."""

from tests.flows.stage import TENANT, Stage


async def test_a_position_finds_the_quarter_which_is_asked_back_and_kept_without_the_position(
    stage: Stage,
) -> None:
    """The point itself stands in no file of ours afterwards."""
    place = {"latitude": 45.411691, "longitude": 9.171191}
    await stage.post(f"/sim/users/{TENANT}/say", location=place)
    asked = await stage.reads(TENANT, "Da qui sembra Gratosoglio")
    await stage.press(TENANT, asked, "Sì, Gratosoglio")
    await stage.reads(TENANT, "Il tuo quartiere è Gratosoglio")
    await stage.post(f"/sim/users/{TENANT}/say", location={"latitude": 41.9, "longitude": 12.5})
    await stage.reads(TENANT, "non è in un quartiere che conosco")
    await stage.stop_bot()
    for file in stage.folder.glob("portineria.db*"):
        assert b"9.171191" not in file.read_bytes(), file.name
    assert "9.171191" not in stage.log()
