//! What a news site puts around a text, in the text's own language: menu, byline, links, news of other things.

/// One site.
pub(crate) struct Around {
    pub(crate) language: &'static str,
    /// Above the text.
    pub(crate) head: &'static str,
    /// Between two of its items.
    pub(crate) read_also: &'static str,
    /// Below the text.
    pub(crate) tail: &'static str,
}

/// A site of each language.
pub(crate) const AROUND: &[Around] = &[
    Around {
        language: "en",
        head: "
Harbour Gazette
Home | World | Business | Weather | Sport
By Ada Whitlock
Photo: rain over the ring road. Credit: P. Lowe
Share · Print · Save

Below is the text in full.",
        read_also: "Read also: Why the price of butter has doubled since the spring",
        tail: "
Read also: Ten gardens to visit before the autumn

Related news
The city library opens a reading room for children
A storm closes the northern railway for two days
Bakers complain about the price of flour

About us · Contact · Advertise",
    },
    Around {
        language: "uk",
        head: "
Вісник Узбережжя
Головна | Новини | Економіка | Погода | Спорт
Автор: Оксана Левченко
Фото: дощ над кільцевою дорогою
Поділитися · Друкувати

Нижче наводимо повний текст.",
        read_also: "Читайте також: Чому масло подорожчало вдвічі від весни",
        tail: "
Читайте також: Десять садів, які варто побачити до осені

Новини за темою
Міська бібліотека відчинила читальню для дітей
Через негоду північна залізниця стоїть другий день
Пекарі скаржаться на ціну борошна

Про нас · Контакти · Реклама",
    },
    Around {
        language: "ru",
        head: "
Береговой вестник
Главная | Новости | Экономика | Погода | Спорт
Автор: Анна Ветрова
Фото: дождь над кольцевой дорогой
Поделиться · Распечатать

Ниже приводим полный текст.",
        read_also: "Читайте также: Почему масло подорожало вдвое с весны",
        tail: "
Читайте также: Десять садов, которые стоит увидеть до осени

Новости по теме
Городская библиотека открыла читальный зал для детей
Из-за непогоды северная железная дорога стоит второй день
Пекари жалуются на цену муки

О нас · Контакты · Реклама",
    },
    Around {
        language: "fr",
        head: "
La Gazette du rivage
Accueil | Monde | Économie | Météo | Sport
Par Agnès Morvan
Photo : la pluie sur le boulevard périphérique
Partager · Imprimer

Nous en reproduisons le texte intégral.",
        read_also: "Lire aussi : Pourquoi le prix du beurre a doublé depuis le printemps",
        tail: "
Lire aussi : Dix jardins à visiter avant l’automne

Sur le même thème
La bibliothèque municipale ouvre une salle de lecture pour les enfants
Une tempête ferme la ligne du nord pendant deux jours
Les boulangers se plaignent du prix de la farine

Qui sommes-nous · Contact · Publicité",
    },
    Around {
        language: "de",
        head: "
Der Küstenbote
Start | Welt | Wirtschaft | Wetter | Sport
Von Almut Petersen
Foto: Regen über der Ringstraße
Teilen · Drucken

Wir geben den Text im Wortlaut wieder.",
        read_also: "Lesen Sie auch: Warum Butter seit dem Frühjahr doppelt so teuer ist",
        tail: "
Lesen Sie auch: Zehn Gärten, die man vor dem Herbst sehen muss

Mehr zum Thema
Die Stadtbücherei öffnet einen Lesesaal für Kinder
Ein Sturm legt die Nordbahn für zwei Tage lahm
Bäcker klagen über den Mehlpreis

Über uns · Kontakt · Werbung",
    },
    Around {
        language: "it",
        head: "
Il Corriere della Costa
Home | Mondo | Economia | Meteo | Sport
di Agnese Morandi
Foto: pioggia sulla tangenziale
Condividi · Stampa

Ne riportiamo il testo integrale.",
        read_also: "Leggi anche: Perché il prezzo del burro è raddoppiato dalla primavera",
        tail: "
Leggi anche: Dieci giardini da vedere prima dell’autunno

Notizie correlate
La biblioteca comunale apre una sala di lettura per i bambini
Una tempesta chiude la ferrovia del nord per due giorni
I fornai si lamentano del prezzo della farina

Chi siamo · Contatti · Pubblicità",
    },
    Around {
        language: "pl",
        head: "
Kurier Nadmorski
Strona główna | Świat | Gospodarka | Pogoda | Sport
Autorka: Anna Wilk
Fot. Deszcz nad obwodnicą
Udostępnij · Drukuj

Poniżej publikujemy pełny tekst.",
        read_also: "Czytaj także: Dlaczego masło podrożało dwukrotnie od wiosny",
        tail: "
Czytaj także: Dziesięć ogrodów, które warto zobaczyć przed jesienią

Powiązane
Biblioteka miejska otwiera czytelnię dla dzieci
Burza zamknęła północną linię kolejową na dwa dni
Piekarze skarżą się na cenę mąki

O nas · Kontakt · Reklama",
    },
    Around {
        language: "es",
        head: "
La Gaceta del Litoral
Portada | Mundo | Economía | El tiempo | Deportes
Por Inés Valverde
Foto: lluvia sobre la carretera de circunvalación
Compartir · Imprimir

Reproducimos a continuación el texto íntegro.",
        read_also: "Lea también: Por qué el precio de la mantequilla se ha duplicado desde la primavera",
        tail: "
Lea también: Diez jardines que ver antes del otoño

Noticias relacionadas
La biblioteca municipal abre una sala de lectura para niños
Un temporal cierra el ferrocarril del norte durante dos días
Los panaderos se quejan del precio de la harina

Quiénes somos · Contacto · Publicidad",
    },
    Around {
        language: "pt",
        head: "
Gazeta do Litoral
Início | Mundo | Economia | Tempo | Desporto
Por Inês Valadares
Foto: chuva sobre a circular externa
Partilhar · Imprimir

Reproduzimos a seguir o texto integral.",
        read_also: "Leia também: Porque duplicou o preço da manteiga desde a primavera",
        tail: "
Leia também: Dez jardins para visitar antes do outono

Notícias relacionadas
A biblioteca municipal abre uma sala de leitura para crianças
Um temporal fecha a linha férrea do norte durante dois dias
Os padeiros queixam-se do preço da farinha

Quem somos · Contactos · Publicidade",
    },
];
