/** What a browser shows while the web desk has not been built. */
export const MISSING_PAGE = `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>모아 Moa</title>
<h1>화면이 아직 만들어지지 않았습니다</h1>
<p>프로젝트 폴더에서 <code>npm run web</code> 을 실행한 뒤 이 페이지를 새로 고치세요.
API는 이미 동작합니다: <a href="/docs">/docs</a></p>
<h1 lang="en">The web desk has not been built yet</h1>
<p lang="en">Run <code>npm run web</code> in the project's folder, then reload this page.
The API works already: <a href="/docs">/docs</a></p>
<h1 lang="ru">Веб-интерфейс ещё не собран</h1>
<p lang="ru">Выполните <code>npm run web</code> в папке проекта и обновите эту страницу.
API уже работает: <a href="/docs">/docs</a></p>
<h1 lang="uz">Veb-oyna hali yig‘ilmagan</h1>
<p lang="uz">Loyiha papkasida <code>npm run web</code> ni ishga tushiring va sahifani yangilang.
API allaqachon ishlayapti: <a href="/docs">/docs</a></p>
</html>
`;
