"""Setting, reading and removing a webhook; the deliveries themselves are the server's."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.simulator import rules, updates
from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, method
from bot.simulator.records import Json


@method("setWebhook")
def set_webhook(ask: Ask) -> bool:
    url = ask.params["url"].strip()
    if not url:
        delete_webhook(ask)
        return True
    _check_url(url)
    secret = ask.get("secret_token", "")
    if secret and not rules.SECRET.match(secret):
        raise bad("secret token contains unallowed characters")
    updates.remember_allowed(ask.world, ask.bot, ask.get("allowed_updates"))
    if ask.get("drop_pending_updates"):
        updates.drop_all(ask.world, ask.bot)
    ask.bot.webhook = {
        "url": url,
        "secret": secret,
        "max_connections": ask.get("max_connections", 40),
        "certificate": bool(ask.get("certificate")),
    }
    ask.world.tables.put(ask.bot)
    ask.world.on_update(ask.bot.id)
    return True


def _check_url(url: str) -> None:
    """Telegram wants https; the simulator also takes http, but delivers to this machine only."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.hostname == "localhost":
        return
    try:
        is_local = ip_address(parts.hostname).is_loopback
    except ValueError:
        is_local = False
    if not is_local:
        raise bad("bad webhook: the simulator delivers to loopback addresses only")


@method("deleteWebhook")
def delete_webhook(ask: Ask) -> bool:
    if ask.get("drop_pending_updates"):
        updates.drop_all(ask.world, ask.bot)
    ask.bot.webhook = {}
    ask.world.tables.put(ask.bot)
    ask.world.on_update(ask.bot.id)
    return True


@method("getWebhookInfo")
def get_webhook_info(ask: Ask) -> Json:
    hook = ask.bot.webhook
    view: Json = {
        "url": hook.get("url", ""),
        "has_custom_certificate": hook.get("certificate", False),
        "pending_update_count": len(updates.waiting(ask.world, ask.bot)),
    }
    if hook:
        view["max_connections"] = hook["max_connections"]
    for name in ("last_error_date", "last_error_message"):
        if name in hook:
            view[name] = hook[name]
    if ask.bot.allowed_updates:
        view["allowed_updates"] = ask.bot.allowed_updates
    return view
