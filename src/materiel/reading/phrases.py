"""Phrases that are page furniture when they stand alone: labels of buttons and lists, in lower case."""

from __future__ import annotations

_PHRASES = {
    "advertisement": """
        advertisement|advertisements|ad|advertising|sponsored|sponsored content|promoted|paid content
        |story continues|article continues below|article continues after advertisement|continue reading|реклама
        |на правах рекламы|anzeige|werbung|publicidad|publicité|pubblicità|publicidade|reklama|reklam|quảng cáo|광고
        |広告|广告|إعلان""",
    "share": """
        share|share this|share this article|share this story|share article|share on facebook|share on twitter
        |share on x|share via email|tweet|retweet|email|e-mail|print|save|save article|bookmark|copy link
        |link copied|copied|copy url|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|messenger
        |instagram|youtube|flipboard|поделиться|поделиться в соцсетях|поширити|teilen|compartir|partager|condividi
        |compartilhar|udostępnij|paylaş|chia sẻ|공유하기|공유|分享|シェア|مشاركة""",
    "navigation": """
        home|menu|search|close|back|next|previous|back to top|top|skip to content|skip to main content
        |skip navigation|skip to footer|sign in|log in|login|sign up|register|my account|log out|sign out|subscribe
        |subscribe now|sections|topics|tags|tag|categories|category|filed under|latest|latest news|breaking news
        |see more|show more|load more|view all|see all|contact us|about us|careers|help|faq|site map|sitemap|terms
        |terms of use|terms of service|terms and conditions|privacy|privacy policy|cookie policy|privacy notice
        |accessibility|do not sell my personal information|your privacy choices|foia|no fear act|usa.gov|web policy
        |главная|меню|поиск|войти|подписаться|підписатися|startseite|suche|inicio|accueil|首页|홈""",
    "cookies": """
        accept|accept all|accept cookies|accept all cookies|i accept|agree|i agree|reject|reject all|decline
        |manage cookies|cookie settings|manage preferences|manage settings|manage options|got it|ok, got it
        |allow all|принять|alle akzeptieren|aceptar|tout accepter|accetta|zaakceptuj""",
    "comments": """
        comments|comment|view comments|leave a comment|leave a reply|post a comment|join the conversation|0 comments
        |no comments|add a comment|show comments|комментарии|оставить комментарий|коментарі|kommentare|comentarios
        |commentaires|komentarze|댓글|评论|コメント|التعليقات""",
    "pointer": """
        most read|most popular|most viewed|most watched|trending|trending now|top stories|watch|listen
        |listen to this article|listen to article|in pictures|more on this|more|more on|next read|further reading
        |lesen sie auch|le puede interesar|lire aussi|leia mais|czytaj też|czytaj również|čtěte také|devamını oku
        |ilgili haber|читать также|смотрите также|дивіться також|طالع أيضا|related|related articles|related stories
        |related news|related topics|related content|related posts|recommended|recommended for you
        |recommended stories|you may also like|you might also like|you may like|read next|up next|read more
        |read also|also read|see also|read the full story|read full article|more stories|more news
        |more from this author|more on this story|more like this|don't miss|in case you missed it|editors' picks
        |editor's picks|what to read next|популярное|читайте также|по теме|новости по теме|самое читаемое
        |читайте також|головне|популярне|mehr zum thema|das könnte sie auch interessieren|lea también
        |te puede interesar|à lire aussi|sur le même sujet|leggi anche|leia também|czytaj także|zobacz też
        |najczęściej czytane|xem thêm|tin liên quan|đọc nhiều
        |관련기사|많이 본 뉴스|相关阅读|相关新闻|延伸阅读|関連記事|اقرأ أيضا|اقرأ أيضًا""",
    "subscription": """
        newsletter|newsletters|our newsletter|subscribe to our newsletter|sign up for our newsletter
        |get the newsletter|subscribe to continue|follow|follow us|following|join us|download the app|get the app
        |support us|donate|подписывайтесь|подписка|подписывайтесь на нас|newsletter abonnieren|suscríbete
        |abonnez-vous|구독|订阅""",
    "picture credit": """
        getty images|ap photo|afp|reuters|associated press|file photo|file|handout|courtesy photo|stock photo
        |shutterstock|photo gallery|gallery|view gallery|slideshow|enlarge this image|enlarge image|view image
        |view larger image|expand|toggle caption|hide caption|show caption|image|photo|photos|video|play|play video
        |watch video|gallery image|фото|видео|відео|사진""",
    "fault": """
        oops|oops! something went wrong|something went wrong|please try again later|please try again|try again
        |loading|loading...|loading…|error|page not found|an error occurred|an error has occurred
        |this content is not available|content not available|video unavailable|play video unavailable""",
    "author": """
        about the author|about the authors|author|authors|written by|by|staff writer|staff report|staff reports
        |contributor|contributors|editor|об авторе""",
    "end": "end|ends|(end)|30|конец|완|끝",
}

PHRASES = {phrase.strip(): name for name, phrases in _PHRASES.items() for phrase in phrases.split("|")}
"""Each phrase, with the name of the rule."""
