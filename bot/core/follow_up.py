"""What a follow-up like "e quanto costa?" asks about the card just shown, in nine languages."""

import re
from collections.abc import Mapping
from enum import StrEnum

from bot.core.romanised import heard
from bot.core.stopwords import GENERIC, STOP_WORDS
from bot.core.words import ITALIAN, fold, terms, tokens


class Aspect(StrEnum):
    """The one thing asked."""

    COST = "cost"
    HOURS = "hours"
    WHERE = "where"
    PHONE = "phone"
    NEEDS = "needs"


def _said(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


def _heard(text: str) -> frozenset[str]:
    """Ukrainian words as they sound, so that they are known in Latin letters too."""
    return frozenset(map(heard, tokens(text)))


_WORDS: Mapping[str, Mapping[Aspect, frozenset[str]]] = {
    "it": {
        Aspect.COST: _said("costa costano prezzo paga pagare gratis costo"),
        Aspect.HOURS: _said("""
            orario orari ora ore apertura aperto aperti aperta apre aprono chiude chiudono chiuso giorno giorni
            lunedi martedi mercoledi giovedi venerdi sabato domenica mattina pomeriggio sera oggi domani quando
        """),
        Aspect.WHERE: _said("dove indirizzo sede posto via arrivare trovo trova"),
        Aspect.PHONE: _said("telefono numero numeri telefonare chiamare chiamo contatto contatti"),
        Aspect.NEEDS: _said("documento documenti carte servono serve portare"),
    },
    "en": {
        Aspect.COST: _said("cost costs price fee free expensive much"),
        Aspect.HOURS: _said("""
            open opens opened opening close closes closed hour hours time times when today tomorrow morning afternoon evening
            monday tuesday wednesday thursday friday saturday sunday weekend weekends
        """),
        Aspect.WHERE: _said("where address located place"),
        Aspect.PHONE: _said("phone telephone number numbers call contact"),
        Aspect.NEEDS: _said("document documents papers bring"),
    },
    "es": {
        Aspect.COST: _said("cuesta cuestan costo coste precio gratis cuanto"),
        Aspect.HOURS: _said("""
            horario horarios hora horas abre abren abierto abierta abiertos cierra cierran cerrado cuando hoy manana tarde
            lunes martes miercoles jueves viernes sabado domingo
        """),
        Aspect.WHERE: _said("donde direccion queda lugar ubicacion"),
        Aspect.PHONE: _said("telefono numero numeros llamar llamo contacto"),
        Aspect.NEEDS: _said("documento documentos papeles llevar"),
    },
    "fr": {
        Aspect.COST: _said("combien coute coutent prix gratuit cher"),
        Aspect.HOURS: _said("""
            horaire horaires heure heures ouvre ouvrent ouvert ouverte ouverts ferme ferment fermee quand aujourd hui demain
            matin soir midi lundi mardi mercredi jeudi vendredi samedi dimanche
        """),
        Aspect.WHERE: _said("où adresse endroit lieu trouve situe"),
        Aspect.PHONE: _said("telephone numero numeros appeler appelle contact joindre"),
        Aspect.NEEDS: _said("document documents papiers apporter"),
    },
    "ro": {
        Aspect.COST: _said("costa costă pret prețul preț gratis gratuit cât"),
        Aspect.HOURS: _said("""
            program programul orar orarul ora ore deschis deschide deschideți inchis închide când azi astăzi mâine dimineața seara
            luni marți miercuri joi vineri sâmbătă duminică
        """),
        Aspect.WHERE: _said("unde adresa adresă locul află găsesc"),
        Aspect.PHONE: _said("telefon telefonul număr numărul numere sun contact"),
        Aspect.NEEDS: _said("act acte actele document documente documentele aduc"),
    },
    "uk": {
        Aspect.COST: _heard("коштує коштують скільки ціна ціну вартість безкоштовно платно"),
        Aspect.HOURS: _heard("""
            година годині години годин графік розклад відкрито відкриває відкривається зачинено коли сьогодні завтра вранці
            ввечері понеділок вівторок середа середу четвер п'ятниця п'ятницю субота суботу неділя неділю
        """),
        Aspect.WHERE: _heard("де адреса адресу адресою знаходиться місце"),
        Aspect.PHONE: _heard("телефон телефону номер номери телефонувати зателефонувати дзвонити подзвонити контакт"),
        Aspect.NEEDS: _heard("документ документи документів папери"),
    },
    "ar": {
        Aspect.COST: _said("كم بكم سعر السعر ثمن الثمن التكلفة تكلفة يكلف تكلف مجاني مجانا شحال"),
        Aspect.HOURS: _said("""
            متى ساعة الساعة ساعات وقت الوقت مواعيد الدوام يفتح يفتحون تفتح مفتوح يغلق يغلقون مغلق اليوم غدا بكرة
            الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
        """),
        Aspect.WHERE: _said("أين اين وين فين عنوان العنوان مكان المكان يقع"),
        Aspect.PHONE: _said("رقم الرقم أرقام هاتف الهاتف تلفون التلفون أتصل اتصل الاتصال"),
        Aspect.NEEDS: _said("وثائق الوثائق أوراق الأوراق مستندات المستندات"),
    },
    "tl": {
        Aspect.COST: _said("magkano presyo bayad libre halaga"),
        Aspect.HOURS: _said("""
            oras bukas sarado kailan ngayon umaga hapon gabi
            lunes martes miyerkules huwebes biyernes sabado linggo
        """),
        Aspect.WHERE: _said("saan nasaan lugar address"),
        Aspect.PHONE: _said("telepono numero tawagan tatawagan tumawag contact"),
        Aspect.NEEDS: _said("dokumento dokumentos papeles dadalhin"),
    },
}  # fmt: skip
# Said along with these, and asking nothing by themselves.
_BESIDE: Mapping[str, frozenset[str]] = {
    "it": GENERIC | STOP_WORDS["it"] | _said("insomma"),
    "en": STOP_WORDS["en"] | _said("office offices desk people"),
    "es": STOP_WORDS["es"] | _said("cuales son necesito necesita hace falta sirve dias dia oficina"),
    "fr": STOP_WORDS["fr"] | _said("jour jours faudra bureau bureaux"),
    "ro": STOP_WORDS["ro"] | _said("asta aceasta nevoie zi zile birou biroul"),
    "uk": frozenset(map(heard, STOP_WORDS["uk"])) | _heard("й її їх потрібні потрібен день офіс"),
    "ar": STOP_WORDS["ar"] | _said("يوم أي اي سمحت فضلك أحتاج احتاج هناك مكتب المكتب"),
    "tl": STOP_WORDS["tl"] | _said("iyon ganoon araw nito niyan ho opisina"),
}
_CHINESE: Mapping[Aspect, tuple[str, ...]] = {
    Aspect.COST: ("多少钱", "要钱", "费用", "价格", "收费", "免费"),
    Aspect.HOURS: (
        "什么时候",
        "几点",
        "时间",
        "开门",
        "关门",
        "营业",
        "星期",
        "周末",
        "今天",
        "明天",
        "上午",
        "下午",
    ),
    Aspect.WHERE: ("在哪里", "在哪儿", "在哪", "哪里", "哪儿", "地址", "怎么走", "地点"),
    Aspect.PHONE: ("打什么电话", "电话", "号码", "打给谁", "联系"),
    Aspect.NEEDS: ("材料", "文件", "证件", "带什么"),
}
_CHINESE_BESIDE = re.compile(
    r"[要在是的呢吗那请问它这个什么需多少有怎样和开到打我你您们他吧啊了一二三四五六日天几号\W_]"
)


def asked(text: str) -> frozenset[Aspect] | None:
    """What `text` asks about the card just shown; None where it says something that stands by itself."""
    words = tokens(text)
    for lang, aspects in _WORDS.items():
        found = frozenset(
            aspect for aspect, known in aspects.items() if not known.isdisjoint(_bare(words, lang))
        )
        if found and all(_known(word, lang) for word in words):
            return found
    if any(word in GENERIC for word in words) and all(_known(word, ITALIAN) for word in words):
        return frozenset()
    return _asked_in_chinese(fold(text))


def only_generic(text: str) -> bool:
    """Whether nothing in `text` names a topic: "orari", "numero di telefono per favore"."""
    return all(term.word in GENERIC or term.word.isdigit() for term in terms(text))


def _bare(words: list[str], lang: str) -> list[str]:
    """In Arabic "and" is written into the word after it; Ukrainian may come in Latin letters."""
    if lang == "uk":
        return list(map(heard, words))
    return [word.removeprefix("و") for word in words] + words if lang == "ar" else words


def _known(word: str, lang: str) -> bool:
    if word.isdigit() or len(word) == 1:
        return True
    forms = _bare([word], lang)
    return any(
        form in _BESIDE[lang] or any(form in known for known in _WORDS[lang].values()) for form in forms
    )


def _asked_in_chinese(text: str) -> frozenset[Aspect] | None:
    found = set()
    for aspect, phrases in _CHINESE.items():
        for phrase in phrases:
            if phrase in text:
                found.add(aspect)
                text = text.replace(phrase, "")
    return frozenset(found) if found and not _CHINESE_BESIDE.sub("", text) else None
