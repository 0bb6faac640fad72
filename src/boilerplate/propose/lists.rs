//! The lists of cues: wordings separated by `|`, one or more lines for each language.

/// The outlet asks the reader for something. Nobody must say such a thing in a report.
pub const ASKS: &[&str] = &[
    "your support|your donation|your contribution|your subscription|your gift|your membership",
    "support our journalism|support our work|support us|support independent|support local journalism|support our newsroom",
    "sign up for our|sign up to our|sign up for the|sign up to the|sign up for free|sign up here|sign up now|sign up today",
    "subscribe to our|subscribe now|subscribe today|subscribe here|subscribe for|subscribe to get|already a subscriber",
    "our newsletter|our newsletters|free newsletter|daily newsletter|weekly newsletter|in your inbox|to your inbox",
    "become a member|become a subscriber|become a supporter|become a patron|join our|register for free",
    "make a donation|donate now|donate today|donate here|please donate|make a contribution|chip in|consider supporting",
    "independent journalism|quality journalism|fund our|paywall|paywalls|reader funded|funded by readers|ad free",
    "follow us|like us on|find us on|download our app|download the app|get our app|join us on|get in touch|click here",
    "we use cookies|this site uses cookies|this website uses cookies|accept cookies|cookie policy|privacy policy|terms of use|terms of service",
    "terms and conditions|all rights reserved|share your story|email us|send us|have your say|log in to|sign in to",
    "this article is free|read the full|free trial|cancel anytime|turn off your ad blocker|ad blocker",
    // German
    "unterstützen sie uns|unterstützen sie unsere|ihre unterstützung|ihre spende|jetzt abonnieren|abonnieren sie|newsletter abonnieren",
    "unseren newsletter|unser newsletter|melden sie sich|jetzt anmelden|jetzt spenden|spenden sie|folgen sie uns|jetzt testen",
    "werden sie mitglied|unabhängigen journalismus|unabhängiger journalismus|alle rechte vorbehalten|hier klicken|jetzt lesen",
    "wir verwenden cookies|hier geht es zum newsletter|zum newsletter|kostenlos anmelden|unsere app|mit ihrer hilfe",
    // French
    "votre soutien|votre don|soutenez nous|soutenez notre|soutenez le|abonnez vous|inscrivez vous|faites un don|faire un don",
    "notre newsletter|nos newsletters|notre lettre|suivez nous|rejoignez nous|cliquez ici|tous droits réservés|article réservé",
    "réservé aux abonnés|réservée aux abonnés|de cet article à lire|déjà abonné|déjà abonnée|journalisme indépendant|nous utilisons des cookies|téléchargez notre|grâce à vous",
    // Spanish
    "su apoyo|tu apoyo|tu donación|su donación|apoya nuestro|apóyanos|suscríbete|suscríbase|suscribirse|regístrate|haz una donación",
    "nuestro boletín|nuestra newsletter|síguenos|síganos|haz clic|haga clic|todos los derechos reservados|hazte socio",
    "periodismo independiente|utilizamos cookies|descarga nuestra|únete a|recibe en tu",
    // Italian
    "il tuo sostegno|il vostro sostegno|sostienici|sostieni il|sostieni la|abbonati|iscriviti|fai una donazione|dona ora",
    "nostra newsletter|alla newsletter|seguici|clicca qui|tutti i diritti riservati|riproduzione riservata|utilizziamo i cookie",
    "giornalismo indipendente|scarica la nostra",
    // Portuguese
    "seu apoio|o teu apoio|apoie o|apoie a|apoie nos|assine|assine já|inscreva se|faça uma doação|nossa newsletter|a nossa newsletter",
    "siga nos|clique aqui|todos os direitos reservados|jornalismo independente|usamos cookies|baixe o nosso|já é assinante",
    // Dutch
    "uw steun|jouw steun|steun ons|steun onze|abonneer je|abonneer u|meld je aan|meld u aan|schrijf je in|onze nieuwsbrief",
    "volg ons|klik hier|alle rechten voorbehouden|doneer nu|word lid|onafhankelijke journalistiek|wij gebruiken cookies",
    // Scandinavian
    "din støtte|ditt stöd|støtt oss|stöd oss|støt os|tilmeld dig|meld deg på|anmäl dig|prenumerera|vårt nyhetsbrev|vores nyhedsbrev",
    "følg oss|følg os|følj oss|följ oss|klikk her|klik her|klicka här|bli medlem|bliv medlem",
    // Polish, Czech, Russian, Ukrainian, Turkish
    "twoje wsparcie|wesprzyj nas|wspieraj nas|zapisz się|zasubskrybuj|kliknij tutaj|obserwuj nas|wszelkie prawa zastrzeżone",
    "podpořte nás|přihlaste se|sledujte nás|všechna práva vyhrazena|klikněte zde",
    "ваша поддержка|поддержите нас|подпишитесь|подписывайтесь|сделайте пожертвование|все права защищены|присоединяйтесь к",
    "підтримайте нас|підпишіться|підписуйтесь|всі права захищені",
    "destek olun|abone olun|abone ol|bizi takip edin|buraya tıklayın|tüm hakları saklıdır|bültenimize",
    // Arabic, Chinese, Japanese
    "اشترك في|اشترك الآن|تابعونا|انضم إلينا|ادعمنا|تبرع الآن|جميع الحقوق محفوظة|اضغط هنا",
    "订阅我们|立即订阅|关注我们|支持我们|版权所有|訂閱我們|立即訂閱|追蹤我們|點擊這裡|点击这里",
    "ご登録|購読する|ご購読|無断転載|会員登録|フォローして|ご支援",
];

/// The outlet addresses the reader. In a report, such wordings are only in quotations.
pub const READERS: &[&str] = &[
    "you|your|you'll|you're|you've|yourself|please",
    "sie|ihnen|ihre|ihren|ihrer|ihr|dein|deine|deinen|du|bitte",
    "vous|votre|vos|tu|ton|ta|tes|usted|ustedes|tú|tus|ti|tuo|tua|voi|vostro|vostra|você|seu|sua|teu|tua",
    "u|uw|je|jij|jouw|du|dig|din|ditt|deg|twój|twoje|ciebie|вы|вас|вам|ваш|ваша|siz|sizin",
];

/// The outlet speaks of itself.
pub const WRITERS: &[&str] = &[
    "we|our|us|we're|we've|we'll|ours",
    "wir|uns|unser|unsere|unseren|unserem|unserer|nous|notre|nos|nosotros|nuestro|nuestra|nuestros|noi|nostro|nostra|nostri",
    "nós|nosso|nossa|nossos|wij|we|ons|onze|vi|oss|os|vår|vårt|vores|nasz|nasze|nam|мы|нас|нам|наш|наша|biz|bizim",
];

/// What outlets offer.
pub const MAKERS: &[&str] = &[
    "journalism|journalists|reporting|newsroom|newsletter|newsletters|readers|subscribe|subscriber|subscribers|subscription",
    "donate|donation|donations|supporter|supporters|inbox|app|advertising|ads|cookies|podcast|website|membership",
    "journalismus|journalisten|redaktion|leser|abo|abonnement|abonnenten|spende|spenden|journalisme|rédaction|lecteurs|don|dons",
    "periodismo|redacción|lectores|suscripción|boletín|giornalismo|redazione|lettori|abbonamento|jornalismo|redação|leitores|assinatura",
    "journalistiek|redactie|lezers|nieuwsbrief|journalistik|läsare|nyhetsbrev|dziennikarstwo|czytelnicy|журналистика|рассылка|читатели",
];

/// Whole lines that are furniture.
pub const FURNITURE: &[&str] = &[
    "advertisement|advertisements|advertising|sponsored|sponsored content|promoted stories|story continues below advertisement",
    "article continues below advertisement|article continues after advertisement|share|share this|share this article|share this story",
    "share article|share on facebook|share on twitter|share on x|share on whatsapp|copy link|email|print|print this page|save|save article",
    "skip to content|skip to main content|menu|search|home|comments|leave a comment|join the conversation|view comments|show comments",
    "listen|listen to this article|listen to article|sign in|log in|subscribe|register|newsletter|follow|follow us|sign up|loading|cookie settings",
    "more information|about the author|about us|contact us|privacy policy|terms of use|report an error|report this ad|back to top|tags|topics",
    "min read|minute read|minutes read|gift this article|bookmark|view gallery|view image in fullscreen|play video|watch video|image source",
    "anzeige|werbung|teilen|artikel teilen|drucken|merken|kommentare|startseite|zur startseite|anmelden|abonnieren|schlagworte|artikel hören",
    "publicité|partager|imprimer|commenter|commentaires|s'abonner|accueil|publicidad|compartir|imprimir|comentarios|suscribirse|inicio",
    "pubblicità|condividi|stampa|commenti|abbonati|publicidade|compartilhe|compartilhar|partilhar|comentários|assine|advertentie|delen|deel|reacties",
    "annons|annonse|annonce|dela|del|reklama|udostępnij|komentarze|реклама|поделиться|комментарии|реклама на сайте|reklam|paylaş|yorumlar|إعلان|شارك|广告|分享|廣告|広告|シェア",
];

/// Links to other articles, at the start of a short line.
pub const SEE_MORE: &[&str] = &[
    "tags|tagged|filed under|schlagwörter|schlagworte|mots-clés|etiquetas|теги|标签",
    "see more|read more|read also|also read|see also|read next|read this|up next|next article|previous article|most read|most popular|most viewed",
    "related|related articles|related stories|related story|related topics|related content|related news|related links|related coverage|recommended|recommended for you|recommended stories",
    "more from|more on this|more on this story|more stories|more news|more about|more like this|you may also like|you might also like|you might like|don't miss",
    "top stories|latest news|latest stories|latest headlines|latest from|trending|trending now|popular now|in other news|editor's picks|what to read next|keep reading|explore more|from our partners|around the web|elsewhere on",
    "lesen sie auch|lesen sie mehr|lesen sie dazu|lesen sie hier|mehr zum thema|mehr dazu|mehr lesen|weiterlesen|auch interessant|das könnte sie auch interessieren|das könnte dich auch interessieren|meistgelesen|meist gelesen|weitere artikel|weitere themen|weitere nachrichten|weitere meldungen|verwandte themen|mehr aus|aktuelle nachrichten|neueste nachrichten",
    "lire aussi|à lire aussi|à lire également|lire la suite|voir aussi|sur le même sujet|les plus lus|les plus lues|en lire plus|plus d'articles|vous aimerez aussi|à voir aussi|dernières actualités|à ne pas manquer|nos recommandations",
    "lee también|lea también|leer también|leer más|lee más|ver más|te puede interesar|te recomendamos|le puede interesar|más noticias|noticias relacionadas|artículos relacionados|más información|lo más leído|lo más visto|últimas noticias|también te puede|más sobre",
    "leggi anche|leggi tutto|per approfondire|potrebbe interessarti|ti potrebbe interessare|articoli correlati|i più letti|più letti|ultime notizie|altre notizie|vedi anche",
    "leia também|leia mais|veja também|saiba mais|mais lidas|mais notícias|notícias relacionadas|artigos relacionados|últimas notícias|pode gostar",
    "lees ook|lees meer|lees verder|meest gelezen|meer nieuws|meer over|gerelateerde artikelen|bekijk ook|läs också|läs mer|läs även|mest läst|mer om|les også|les mer|mest lest|læs også|læs mere|mest læste|relaterade artiklar",
    "czytaj też|czytaj także|czytaj więcej|zobacz też|zobacz także|zobacz więcej|najczęściej czytane|polecane|čtěte také|čtěte více|mohlo by vás zajímat|nejčtenější",
    "читайте также|читать далее|читать ещё|смотрите также|по теме|материалы по теме|ещё по теме|популярное|читайте також|дивіться також|ilgili haberler|ayrıca okuyun|çok okunanlar|benzer haberler",
    "اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|الأكثر قراءة|مواضيع ذات صلة|相关阅读|相关新闻|延伸阅读|推荐阅读|相關新聞|延伸閱讀|推薦閱讀|関連記事|あわせて読みたい|おすすめ記事|人気記事",
];

/// Words before an author's name.
pub const BYLINES: &[&str] = &[
    "by|written by|edited by|reporting by|additional reporting by|story by|text by|words by|photography by|photographs by",
    "von|ein artikel von|ein beitrag von|eine analyse von|par|propos recueillis par|por|di|door|av|af|przez|автор|autor|autorin|autore|auteur|author|yazan|责任编辑|责编|记者|記者|بقلم|كتب",
];

/// Months and weekdays.
pub const DATES: &[&str] = &[
    "january|february|march|april|may|june|july|august|september|october|november|december",
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|sat|sun",
    "januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|okt|dez|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag",
    "janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",
    "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|segunda|terça|quarta|quinta|sexta|feira",
    "januari|februari|maart|mei|augustus|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|desember|maj|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag",
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|年|月|日",
];

/// Words beside a date.
pub const LABELS: &[&str] = &[
    "date|published|updated|last updated|last modified|modified|posted|created|first published|at|on|on the|and|the|of|am|pm|a.m|p.m|gmt|utc|est|edt|pst|bst|cet|cest|ist|et|reading time|read time|ago|hours|hour|minutes|minute|min|mins|days|day|today|yesterday|th|st|nd|rd",
    "lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|datum|veröffentlicht|aktualisiert|stand|erstellt|zuletzt|zuletzt aktualisiert|am|um|uhr|vom|der|publié|publiée|le|à|mis à jour|mise à jour|modifié|h|heures",
    "fecha|publicado|actualizado|actualizada|a las|el|de|del|hrs|horas|última actualización|data|pubblicato|aggiornato|alle|ore|il|atualizado|às|em",
    "gepubliceerd|bijgewerkt|laatste update|om|uur|op|publicerad|uppdaterad|kl|publisert|oppdatert|publiceret|opdateret|den|opublikowano|aktualizacja|godz|дата|опубликовано|обновлено|в|г|güncelleme|yayınlanma|نشر|آخر تحديث",
];

/// Words before a photographer's name.
pub const PHOTOS: &[&str] = &[
    "photo|photos|photo by|photo credit|photograph|photograph by|photography|picture|pictures|picture by|image|images|image credit|image source|credit|credits|illustration|illustration by|screenshot|file photo|file image|video|courtesy of|source|sources|handout|getty images|archive photo",
    "foto|fotos|foto von|bild|bilder|bildquelle|fotoquelle|symbolbild|symbolfoto|archivbild|archivfoto|grafik|quelle bild|quelle|quellen|fuente|fonte|bron|kilde|källa|źródło|источник|来源|crédit|crédit photo|crédits|photographie|illustration de|imagen|fotografía|imagem|immagine|fotografia|créditos|crédito|foto de|foto di|foto van|bron foto|foto door|beeld|zdjęcie|fot|фото|снимок|fotoğraf|صورة|写真|图片|圖片|摄影",
];

/// First words of news headings.
pub const LATEST: &[&str] = &[
    "latest|more|other|top|related|aktuelle|neueste|weitere|mehr|dernières|autres|últimas|más|ultime|altre|laatste|meer|senaste|siste|seneste|последние|najnowsze|son",
];

/// Last words of news headings.
pub const NEWS: &[&str] = &[
    "news|stories|headlines|articles|videos|nachrichten|meldungen|artikel|artikeln|actualités|articles|nouvelles|noticias|artículos|notizie|articoli|notícias|artigos|nieuws|nyheter|nyheder|новости|wiadomości|haberler",
];
