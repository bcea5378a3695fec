"""Getting files back."""

from bot.simulator import media, rules
from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, method
from bot.simulator.records import Json


@method("getFile")
def get_file(ask: Ask) -> Json:
    file = ask.world.tables.file(ask.params["file_id"])
    if file is None:
        raise bad(
            "invalid file_id"
            if not ask.params["file_id"]
            else "wrong file_id or the file is temporarily unavailable"
        )
    if file.size > rules.LARGEST_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": media.path_of(file),
    }


@method("getUserProfilePhotos")
def get_user_profile_photos(ask: Ask) -> Json:
    if ask.world.person(ask.params["user_id"]) is None:
        raise bad("user not found")
    return {"total_count": 0, "photos": []}
