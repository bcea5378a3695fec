"""Messages that only greet, thank, agree, ask who is there or for a person, or say a command in words; in nine languages."""

import re
from collections.abc import Mapping
from enum import StrEnum

from bot.core.words import calmed, fold

LONGEST = 80  # characters; whoever writes more wants something


class SmallTalk(StrEnum):
    """What such a message is, the weightiest first: "buongiorno, vorrei un operatore" asks for a person."""

    PERSON = "person"
    START = "start"
    FORGET = "forget"
    NOTICES = "notices"
    QUARTER = "quarter"
    PRIVACY = "privacy"
    PRESS = "press"
    HELP = "help"
    WHO = "who"
    PUZZLED = "puzzled"
    THANKS = "thanks"
    GREETING = "greeting"
    AGREED = "agreed"


# Whole phrases, between commas. A message of nothing but these and of words that carry nothing is small talk.
_PHRASES: Mapping[str, Mapping[SmallTalk, str]] = {
    "it": {
        SmallTalk.PERSON: """un operatore, una operatrice, un'operatrice, operatore, operatrice, operatore umano,
            una persona, una persona vera, una persona umana, un umano, un essere umano, qualcuno, qualcuno in persona,
            qualcuno di voi, parlare con qualcuno, parlare con un umano, un centralinista, un impiegato,
            un responsabile, il responsabile, un superiore, il tuo capo, col tuo capo, con il capo, mi puoi chiamare, mi potete chiamare, puoi chiamarmi,
            potete chiamarmi, chiamatemi, chiamami, mi chiamate, richiamatemi, mi richiamate""",
        SmallTalk.START: "start, menu, il menu, inizia, iniziamo, comincia, ricomincia, ricominciamo, ricominciare, da capo, torna indietro, torna al menu",
        SmallTalk.FORGET: """cancellami, cancellatemi, cancella tutto, cancella i miei dati, cancellare i miei dati,
            cancellate i miei dati, cancellazione dei miei dati, cancella i dati, cancella il mio
            account, elimina i miei dati, eliminare i miei dati, eliminate i miei dati, rimuovi i miei
            dati, rimuovere i miei dati, togli i miei dati, dimenticami, dimenticatemi""",
        SmallTalk.NOTICES: """stop, avvisi, gli avvisi, basta avvisi, basta con gli avvisi, basta messaggi, niente avvisi,
            niente piu avvisi, non voglio avvisi, non voglio piu avvisi, non voglio piu ricevere avvisi,
            non voglio piu messaggi, ricevere gli avvisi, disattiva avvisi, disattiva gli avvisi,
            disattivare gli avvisi, togli gli avvisi, disiscrivimi, disiscrivermi, disiscrizione, non
            scrivermi piu, non scrivetemi piu""",
        SmallTalk.QUARTER: """quartiere, il quartiere, il mio quartiere, cambia quartiere, cambia il quartiere, cambia il
            mio quartiere, scegli quartiere, scegliere il quartiere, ho sbagliato quartiere, ho
            sbagliato il quartiere, quartiere sbagliato""",
        SmallTalk.PRIVACY: """privacy, la privacy, informativa privacy, informativa sulla privacy, gdpr, i miei dati, che
            dati avete, quali dati avete, che dati conservate, quali dati conservate, che dati
            raccogliete, che dati salvate, che fine fanno i miei dati, dove vanno i miei dati, cosa
            sapete di me, che cosa sapete di me, cosa sai di me, che cosa ricordi di me, cosa ricordi di
            me""",
        SmallTalk.PRESS: """stampa, ufficio stampa, l'ufficio stampa, canale stampa, il canale stampa, accredito,
            accredito stampa, sono giornalista, sono un giornalista, sono una giornalista, giornalista""",
        SmallTalk.HELP: """aiuto, aiutatemi, aiutami, mi aiuti, mi aiutate, mi puoi aiutare, mi potete aiutare, puoi aiutarmi,
            potete aiutarmi, ho bisogno di aiuto, ho bisogno, mi serve aiuto, mi serve una mano, ho un problema, ho una domanda,
            avrei una domanda, vorrei un'informazione, vorrei informazioni, un'informazione, informazioni, informazione, info,
            una domanda, una cosa, un consiglio""",
        SmallTalk.WHO: """chi sei, chi siete, tu chi sei, con chi parlo, con chi sto parlando, chi parla, sei un robot,
            sei un bot, siete un robot, sei una persona, sei umano, sei vero, cosa sai fare, che cosa sai fare, cosa fai,
            che cosa fai, cosa fate, a cosa servi, a che servi, a cosa serve questo bot, a cosa serve, come funziona,
            come funzioni, come ti chiami, che cos'e questo, cos'e questo, cosa posso chiedere, cosa posso chiederti,
            che posso chiedere, come si usa, chi ti ha creato, chi ti ha fatto, chi ti ha programmato, sei chatgpt, sei una ia,
            sei un'intelligenza artificiale, sei un programma, sei una macchina""",
        SmallTalk.PUZZLED: """non ho capito, non capisco, nn capisco, nn ho capito, non so, nn so, non lo so, non ho capito niente, non ci capisco niente, non si capisce,
            non e chiaro, puoi ripetere, potete ripetere, come scusa, perche, non e questo, non era questo, non intendevo questo, boh, in che senso, non servi a niente,
            non serve a niente, non serve a nulla, non servite a niente, sei inutile, sei un cretino, sei scemo, sei un idiota, sei cretino, fai schifo, fate schifo, mi hai rotto,
            mi avete rotto, mi hai stufato, vai a quel paese, andate a quel paese, siete inutili, siete incapaci, non e questo che volevo, non volevo questo,
            non e quello che volevo, non e quello che ho chiesto, non intendevo quello, non mi hai capito, non hai capito,
            non avete capito, hai sbagliato, risposta sbagliata, sbagliato, non mi serve questo, sei stupido, che schifo, vaffanculo""",
        SmallTalk.THANKS: """grazie, grazie mille, mille grazie, molte grazie, tante grazie, ti ringrazio, vi ringrazio,
            la ringrazio, grazie infinite, grazie di cuore, grz, sei stato gentile, siete gentili, sei stato utile, siete stati gentili, siete stati gentilissimi,
            siete stati utili, siete gentilissimi, sei gentilissimo, sei gentile,
            gentilissimi, gentilissimo, gentilissima, ti amo, ti voglio bene, sei bravissimo, bravissimi""",
        SmallTalk.GREETING: """ciao, salve, buongiorno, buon giorno, buona giornata, buonasera, buona sera, buon pomeriggio,
            buondi, ehi, ehila, hey, bella, bella raga, bella zio, ciao ciao, ci siete, ci sei, c'e qualcuno, c e qualcuno, pronto, siete attivi, mi sentite,
            mi sentiti, come va, come stai, come state, come sta""",
        SmallTalk.AGREED: """ok, okay, okey, va bene, bene, benissimo, perfetto, capito, ho capito, d'accordo, certo,
            ottimo, bravo, brava, bravi, si, no, arrivederci, arrivederla, a presto, a domani, buonanotte, buona notte,
            alla prossima, cia, ciaone, vabbe, va be, ok dai, lol, ahah, ahaha, ahahah, ahahaha, haha, hahaha, va benissimo, fatto, tutto chiaro, chiaro, mi hai aiutato, niente, lascia stare, lascia perdere""",
    },
    "en": {
        SmallTalk.PERSON: """an operator, operator, a person, a real person, a human, human, a human being, someone, somebody,
            an agent, speak to someone, talk to someone, talk to a person, speak with someone, a real human, call me, call me back""",
        SmallTalk.START: "start, menu, begin, start again, start over, restart",
        SmallTalk.FORGET: """delete me, delete my data, delete all my data, delete everything, delete my account, erase
            me, erase my data, erase everything, remove my data, forget me""",
        SmallTalk.NOTICES: """stop, unsubscribe, notices, the notices, stop notices, stop the notices, no notices, no more
            notices, stop messaging me, stop writing to me, stop sending me messages""",
        SmallTalk.QUARTER: """quarter, my quarter, change quarter, change my quarter, neighbourhood, my neighbourhood,
            change neighbourhood, change my neighbourhood, wrong quarter, wrong neighbourhood""",
        SmallTalk.PRIVACY: """privacy, privacy policy, gdpr, my data, what data do you keep, what data do you have, what
            do you know about me""",
        SmallTalk.PRESS: """press, press office, press channel, journalist, i am a journalist, i'm a journalist, i am a
            reporter""",
        SmallTalk.HELP: "help, help me, i need help, can you help me, please help, i have a problem, i have a question, information",
        SmallTalk.WHO: """who are you, what are you, are you a robot, are you a bot, are you human, are you a person, are you real,
            what can you do, what do you do, how does it work, how does this work, what is this, what can i ask, your name,
            what is your name, what's your name, who made you, are you chatgpt, are you an ai""",
        SmallTalk.PUZZLED: "i don't understand, i dont understand, i do not understand, not this, not that, that's not it, not what i meant, not what i asked, wrong, you are useless, useless, you are stupid, stupid, idiot, fuck you, fuck off, what, why, what do you mean, can you repeat that, repeat that",
        SmallTalk.THANKS: "thanks, thank you, thank you so much, thank you very much, many thanks, thanks a lot, thx, ty",
        SmallTalk.GREETING: """hello, hi, hi there, hello there, hey, good morning, good afternoon, good evening, anyone there,
            is anyone there, is anybody there, are you there, how are you""",
        SmallTalk.AGREED: "ok, okay, lol, haha, hahaha, fine, great, good, perfect, understood, i see, got it, yes, no, bye, goodbye, good night, all right",
    },
    "es": {
        SmallTalk.PERSON: """un operador, una operadora, operador, una persona, una persona real, un humano, alguien,
            hablar con alguien, llamame, llameme, llamenme, me puede llamar, me pueden llamar""",
        SmallTalk.START: "menu, empezar, empezar de nuevo",
        SmallTalk.FORGET: """borrame, borrar mis datos, borra mis datos, borren mis datos, borrar todo, elimina mis
            datos, eliminar mis datos, eliminen mis datos, olvidame, olvidenme""",
        SmallTalk.NOTICES: """stop, avisos, los avisos, no mas avisos, basta de avisos, no quiero avisos, no quiero mas
            avisos, darme de baja, cancelar los avisos""",
        SmallTalk.QUARTER: """barrio, mi barrio, cambia el barrio, cambiar el barrio, barrio equivocado, elegir el barrio""",
        SmallTalk.PRIVACY: "privacidad, mis datos, que datos guardan, que datos tienen, que saben de mi",
        SmallTalk.PRESS: "prensa, canal de prensa, oficina de prensa, soy periodista, periodista",
        SmallTalk.HELP: "ayuda, ayudame, necesito ayuda, me puedes ayudar, me pueden ayudar, tengo un problema, tengo una pregunta",
        SmallTalk.WHO: """quien eres, quienes son, eres un robot, eres un bot, eres una persona, que puedes hacer, que haces,
            como funciona, que es esto, como te llamas, que puedo preguntar""",
        SmallTalk.PUZZLED: "no entiendo, no entendi, no he entendido, no es esto, no era eso",
        SmallTalk.THANKS: "gracias, muchas gracias, mil gracias, muchisimas gracias, te agradezco",
        SmallTalk.GREETING: "hola, buenos dias, buen dia, buenas tardes, buenas noches, buenas, hay alguien, estan ahi, que tal, como estas",
        SmallTalk.AGREED: "ok, vale, esta bien, muy bien, perfecto, entendido, de acuerdo, claro, si, no, adios, hasta luego, listo",
    },
    "fr": {
        SmallTalk.PERSON: """un operateur, une operatrice, operateur, une personne, une vraie personne, un humain, quelqu'un,
            un conseiller, parler a quelqu'un, parler avec quelqu'un, appelez moi, rappelez moi""",
        SmallTalk.START: "menu, commencer, recommencer",
        SmallTalk.FORGET: """supprimez mes donnees, supprime mes donnees, supprimer mes donnees, effacez mes donnees,
            efface mes donnees, effacer mes donnees, tout effacer, effacez tout, oubliez moi, oublie moi""",
        SmallTalk.NOTICES: """stop, avis, les avis, plus d'avis, je ne veux plus d'avis, arretez les avis, arreter les
            avis, me desabonner, desabonnez moi, desabonnement""",
        SmallTalk.QUARTER: """quartier, mon quartier, changer le quartier, choisir le quartier, mauvais quartier""",
        SmallTalk.PRIVACY: """confidentialite, vie privee, rgpd, mes donnees, quelles donnees gardez vous, que savez vous
            de moi""",
        SmallTalk.PRESS: "presse, canal presse, service de presse, je suis journaliste, journaliste",
        SmallTalk.HELP: "aide, aidez moi, aide moi, besoin d'aide, j'ai besoin d'aide, au secours, j'ai un probleme, j'ai une question",
        SmallTalk.WHO: """qui es tu, qui etes vous, tu es qui, vous etes qui, es tu un robot, tu es un robot, vous etes un robot,
            que sais tu faire, que fais tu, comment ca marche, c'est quoi, comment tu t'appelles""",
        SmallTalk.PUZZLED: "je ne comprends pas, je comprends pas, j'ai pas compris, je n'ai pas compris, ce n'est pas ca, c'est pas ca",
        SmallTalk.THANKS: "merci, merci beaucoup, mille mercis, grand merci, merci bien, je vous remercie, je te remercie",
        SmallTalk.GREETING: "bonjour, bonsoir, salut, coucou, il y a quelqu'un, vous etes la, tu es la, ca va, comment ca va",
        SmallTalk.AGREED: "ok, d'accord, tres bien, parfait, compris, j'ai compris, oui, non, au revoir, bonne nuit, ca marche, bonne journee",
    },
    "ro": {
        SmallTalk.PERSON: "un operator, operator, o persoana, o persoana reala, un om, cineva, cu cineva, vorbesc cu cineva, sunati-ma, ma puteti suna",
        SmallTalk.START: "meniu, incepe, de la inceput",
        SmallTalk.FORGET: """sterge-ma, stergeti-ma, sterge datele mele, stergeti datele mele, sa stergeti datele mele,
            sterge tot, stergeti tot, uita-ma, uitati-ma""",
        SmallTalk.NOTICES: """stop, anunturi, anunturile, fara anunturi, nu mai vreau anunturi, opreste anunturile, opriti
            anunturile, dezabonare, dezabonati-ma""",
        SmallTalk.QUARTER: """cartier, cartierul, cartierul meu, schimba cartierul, alege cartierul, cartier gresit""",
        SmallTalk.PRIVACY: """confidentialitate, datele mele, ce date pastrati, ce date aveti, ce stiti despre mine""",
        SmallTalk.PRESS: """presa, canalul de presa, sunt jurnalist, sunt jurnalista, sunt ziarist, sunt ziarista,
            jurnalist""",
        SmallTalk.HELP: "ajutor, ajutati-ma, ajuta-ma, am nevoie de ajutor, ma puteti ajuta, am o problema, am o intrebare",
        SmallTalk.WHO: """cine esti, cine sunteti, esti robot, esti un robot, esti o persoana, ce stii sa faci, ce faci aici,
            cum functioneaza, ce este asta, cum te cheama""",
        SmallTalk.PUZZLED: "nu inteleg, n-am inteles, nu am inteles, nu e asta, nu asta",
        SmallTalk.THANKS: "multumesc, mersi, multumesc mult, multumesc frumos, va multumesc, iti multumesc, mersi mult, ms",
        SmallTalk.GREETING: "buna, buna ziua, buna dimineata, buna seara, salut, alo, este cineva, e cineva acolo, ce mai faci",
        SmallTalk.AGREED: "ok, bine, foarte bine, perfect, am inteles, da, nu, la revedere, noapte buna, pa, de acord",
    },
    "uk": {
        SmallTalk.PERSON: "оператор, оператора, оператором, з оператором, людина, людину, з людиною, з живою людиною, хтось, з кимось, зателефонуйте мені, передзвоніть мені, подзвоніть мені",
        SmallTalk.START: "меню, почати, почати знову",
        SmallTalk.FORGET: """видаліть мене, видали мене, видаліть мої дані, видали мої дані, видалити мої дані, видалити
            все, видаліть усе, забудь мене, забудьте мене""",
        SmallTalk.NOTICES: """стоп, stop, оголошення, без оголошень, не хочу оголошень, не надсилайте оголошення,
            відписатися, відпишіть мене""",
        SmallTalk.QUARTER: "район, мій район, змінити район, вибрати район, не той район",
        SmallTalk.PRIVACY: """приватність, конфіденційність, мої дані, які дані ви зберігаєте, які дані ви маєте, що ви
            знаєте про мене""",
        SmallTalk.PRESS: "преса, для преси, я журналіст, я журналістка, журналіст, журналістка",
        SmallTalk.HELP: "допоможіть, допоможи, допомога, потрібна допомога, мені потрібна допомога, у мене проблема, у мене питання",
        SmallTalk.WHO: "хто ти, хто ви, ти робот, ви робот, ти бот, ти людина, що ти вмієш, що ви вмієте, як це працює, що це, як тебе звати",
        SmallTalk.PUZZLED: "не розумію, я не розумію, не зрозуміла, не зрозумів, не зрозуміло, це не те, не те",
        SmallTalk.THANKS: "дякую, дуже дякую, щиро дякую, дякую вам, спасибі, спасибо, дякуємо",
        SmallTalk.GREETING: "привіт, добрий день, доброго дня, добрий ранок, доброго ранку, добрий вечір, доброго вечора, вітаю, здрастуйте, є хтось, ви тут, алло, як справи",
        SmallTalk.AGREED: "ок, добре, гаразд, чудово, зрозуміло, зрозуміла, зрозумів, так, ні, до побачення, на добраніч, бувайте",
    },
    "ar": {
        SmallTalk.PERSON: "موظف, مع موظف, شخص, مع شخص, شخص حقيقي, مع شخص حقيقي, إنسان, مع إنسان, أحد, مع أحد, التحدث مع شخص, التكلم مع شخص, اتصلوا بي, اتصل بي",
        SmallTalk.START: "القائمة, ابدأ, من البداية",
        SmallTalk.FORGET: """احذفني, احذف بياناتي, احذفوا بياناتي, حذف بياناتي, امسح بياناتي, امسحوا بياناتي, مسح
            بياناتي, امسح كل شيء, احذف كل شيء, انسني""",
        SmallTalk.NOTICES: """stop, توقف, إشعارات, الإشعارات, إيقاف الإشعارات, أوقفوا الإشعارات, لا أريد إشعارات, إلغاء
            الإشعارات, إلغاء الاشتراك""",
        SmallTalk.QUARTER: "الحي, حيي, تغيير الحي, غير الحي, اختيار الحي",
        SmallTalk.PRIVACY: "خصوصية, الخصوصية, بياناتي, ماذا تعرفون عني, ما البيانات التي تحفظونها",
        SmallTalk.PRESS: "صحافة, الصحافة, صحفي, صحفية, أنا صحفي, أنا صحفية",
        SmallTalk.HELP: "مساعدة, ساعدوني, ساعدني, النجدة, أحتاج مساعدة, احتاج مساعدة, عندي مشكلة, عندي سؤال, لدي سؤال, عاونوني",
        SmallTalk.WHO: "من أنت, من انت, من أنتم, من انتم, هل أنت روبوت, هل انت روبوت, أنت روبوت, ماذا تفعل, كيف يعمل هذا, ما هذا, ما اسمك, شكون نتا",
        SmallTalk.PUZZLED: "لا أفهم, لا افهم, لم أفهم, لم افهم, ما فهمت, مافهمتش, ليس هذا",
        SmallTalk.THANKS: "شكرا, شكرا جزيلا, شكرا لك, شكرا لكم, شكرا كثيرا, الف شكر, مشكور, بارك الله فيك, جزاك الله خيرا",
        SmallTalk.GREETING: "السلام عليكم, سلام عليكم, سلام, السلام, مرحبا, أهلا, اهلا, صباح الخير, مساء الخير, هل من أحد, كيف حالك, هل أنتم هنا",
        SmallTalk.AGREED: "حسنا, طيب, تمام, فهمت, نعم, لا, مع السلامة, إلى اللقاء, تصبح على خير, ماشي, واخا",
    },
    "zh": {
        SmallTalk.PERSON: "人工, 转人工, 人工客服, 找人工, 真人, 我要人工, 我想跟人说话, 我想和人说话, 我要和真人说话, 我想找人说话, 给我打电话, 打电话给我",
        SmallTalk.START: "菜单, 开始, 重新开始",
        SmallTalk.FORGET: "删除我的数据, 删除我的信息, 删除我的资料, 删除数据, 全部删除, 忘记我",
        SmallTalk.NOTICES: "stop, 停止, 退订, 通知, 取消通知, 不要通知, 停止通知, 关闭通知",
        SmallTalk.QUARTER: "街区, 我的街区, 换街区, 更换街区, 选择街区",
        SmallTalk.PRIVACY: "隐私, 隐私政策, 我的数据, 我的信息, 你们保存什么数据",
        SmallTalk.PRESS: "媒体, 新闻媒体, 记者, 我是记者",
        SmallTalk.HELP: "帮助, 帮帮我, 帮我, 帮忙, 求助, 我需要帮助, 救命, 我有问题, 我有个问题, 请帮忙, 请帮帮我",
        SmallTalk.WHO: "你是谁, 您是谁, 你是机器人吗, 你是人吗, 你能做什么, 你会做什么, 这是什么, 怎么用, 你叫什么, 你叫什么名字",
        SmallTalk.PUZZLED: "我不明白, 不明白, 不懂, 我不懂, 没看懂, 看不懂, 不是这个, 我没明白",
        SmallTalk.THANKS: "谢谢, 谢谢你, 谢谢您, 多谢, 非常感谢, 感谢, 谢谢了",
        SmallTalk.GREETING: "你好, 您好, 早上好, 下午好, 晚上好, 在吗, 有人吗, 你好吗, 喂",
        SmallTalk.AGREED: "好, 好的, 明白了, 知道了, 行, 可以, 是, 是的, 不, 再见, 晚安, 懂了",
    },
    "tl": {
        SmallTalk.PERSON: "operator, isang operator, isang tao, tao, totoong tao, makausap ng tao, sa isang tao, tawagan nyo ako, tawagan ninyo ako, tawagan mo ako",
        SmallTalk.START: "menu, simula, ulitin",
        SmallTalk.FORGET: """burahin ang data ko, burahin ang datos ko, burahin mo ako, burahin lahat, i-delete ang data
            ko, kalimutan mo ako""",
        SmallTalk.NOTICES: """stop, itigil, tigil, abiso, mga abiso, ayoko ng abiso, itigil ang abiso, itigil ang mga
            abiso""",
        SmallTalk.QUARTER: "distrito, distrito ko, palitan ang distrito, piliin ang distrito",
        SmallTalk.PRIVACY: "privacy, data ko, ang data ko, datos ko, anong data ang hawak nyo",
        SmallTalk.PRESS: "press, mamamahayag, mamamahayag ako, journalist ako",
        SmallTalk.HELP: "tulong, tulungan mo ako, tulungan nyo ako, kailangan ko ng tulong, patulong, patulong po, may problema ako, may tanong ako",
        SmallTalk.WHO: "sino ka, sino po kayo, sino kayo, robot ka ba, bot ka ba, tao ka ba, ano ang kaya mong gawin, paano ito gumagana, ano ito, ano pangalan mo",
        SmallTalk.PUZZLED: "hindi ko maintindihan, di ko maintindihan, hindi ko naintindihan, di ko gets, hindi ito, hindi yan",
        SmallTalk.THANKS: "salamat, salamat po, maraming salamat, maraming salamat po, thank you po",
        SmallTalk.GREETING: "kumusta, kamusta, magandang umaga, magandang umaga po, magandang hapon, magandang hapon po, magandang gabi, magandang gabi po, magandang araw, may tao ba, hello po",
        SmallTalk.AGREED: "ok, ok po, sige, sige po, opo, oo, hindi, hindi po, naintindihan ko, paalam, ayos",
    },
}
_FILLERS: Mapping[str, str] = {
    "it": """vorrei, voglio, volevo, posso, potrei, parlare, parlo, parla, con, mi, passi, passa, passate, passami, serve, c'e, di, a, tutti, per, favore,
        e, ma, allora, mille, davvero, molto, tanto, per ora, per adesso, per l'aiuto, per tutto, di tutto, dell'aiuto, per la risposta, della risposta, te, voi,
        lei, signora, signore, portineria, scusa, scusi, scusate, per piacere, cortesia, prego, raga, ragazzi, dai, ah, oh, mi fai, fatemi, fammi, mi fate, avrei, bisogno, servirebbe, chiedere, chiedervi, chiederle, chiederti, fare,
        farvi, farle, farti, sapere, avere, dare, dirmi, darmi, mi puo, mi puoi, potete, potrebbe, potreste, potresti, un, una, qualche, delle""",
    "en": "i, want, would, like, can, could, to, speak, talk, with, please, need, a, the, so, much, for, your, help, and, but, sorry, you, everyone, ma'am, sir",
    "es": "quiero, quisiera, puedo, hablar, con, por, favor, necesito, y, pero, perdon, todo, la, ayuda, a, todos",
    "fr": "je, veux, voudrais, puis, peux, parler, a, avec, s'il, vous, te, plait, svp, et, mais, pardon, pour, tout, votre, l'aide, madame, monsieur",
    "ro": "vreau, as, vrea, pot, sa, vorbesc, cu, va, rog, te, si, dar, pentru, ajutor, tot, doamna, domnule",
    "uk": "я, хочу, можна, можу, поговорити, говорити, будь, ласка, з, і, а, але, за, допомогу, вам, усе, все, потрібен, потрібна",
    "ar": "أريد, اريد, ممكن, أن, ان, أتكلم, اتكلم, أتحدث, اتحدث, التحدث, من, فضلك, فضلكم, و, على, المساعدة, لو سمحت, بغيت, نهضر",
    "zh": "请, 我, 吧, 呢, 啊, 了",
    "tl": "gusto, ko, po, pong, makausap, kausapin, ng, na, sa, at, pakiusap, nga, naman, ba, lahat",
}
_WORDS = re.compile(r"[\w']+")
_NODS = re.compile(
    "[\U0001f44d\U0001f44c\U0001f64f\U0001f44f\U0001f91d\U0001f4aa\U0001f60a\U0001f642\u2764\u2665\u263a\u2705][\ufe0f\U0001f3fb-\U0001f3ff]?"
)


def _spaced(text: str) -> str:
    """`text` folded, its words with one space on each side, so that a phrase is found by `in`."""
    return f" {' '.join(_WORDS.findall(fold(calmed(text))))} "


def _listed(phrases: str) -> list[str]:
    return [_spaced(one) for one in phrases.split(",")]


# Longest first: "grazie mille" before "grazie".
_KNOWN = {
    lang: sorted(
        ((phrase, kind) for kind, phrases in kinds.items() for phrase in _listed(phrases)),
        key=lambda known: len(known[0]),
        reverse=True,
    )
    for lang, kinds in _PHRASES.items()
}
_NOTHING = {lang: sorted(_listed(fillers), key=len, reverse=True) for lang, fillers in _FILLERS.items()}
# Where another word stands there is more to the message: most are told by that alone.
_WORDS_OF = {
    lang: frozenset(" ".join((*(phrase for phrase, _ in known), *_NOTHING[lang])).split())
    for lang, known in _KNOWN.items()
}


def small_talk(text: str, *, lang: str) -> tuple[SmallTalk, str] | None:
    """What `text` is and the language it is in, where it asks for nothing the cards could hold; else None.

    Where several languages have the words ("ok"), `lang` is preferred.
    """
    if len(text) > LONGEST:
        return None
    if text.strip() and not _NODS.sub("", text).strip():
        return SmallTalk.AGREED, lang
    spaced = _spaced(text)
    words = spaced.split()
    for one in sorted(_PHRASES, key=lambda known: known != lang):
        if _WORDS_OF[one].issuperset(words) and (kind := _in(spaced, one)):
            return kind, one
    return None


def _in(spaced: str, lang: str) -> SmallTalk | None:
    found = set()
    for phrase, kind in _KNOWN[lang]:
        while phrase in spaced:
            spaced = spaced.replace(phrase, " ")
            found.add(kind)
    if not found:
        return None
    for filler in _NOTHING[lang]:
        while filler in spaced:
            spaced = spaced.replace(filler, " ")
    return None if spaced.strip() else next(kind for kind in SmallTalk if kind in found)
