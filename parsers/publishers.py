"""Known publishers: what kind of source each is, and whose dollar its plain "$" may mean."""

import re
from dataclasses import dataclass
from typing import Literal

from parsers.urls import host_of

Tier = Literal["filing", "company", "wire", "press", "trade", "aggregator"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes. `home` is an ISO 3166 country; `tier` says how near to the deal it stands."""

    name: str
    home: str
    tier: Tier


# name, home, tier, hosts, other names (by comma)
TABLE: tuple[tuple[str, str, Tier, str, str], ...] = (
    # Filings.
    ("SEC", "US", "filing", "sec.gov", "U.S. Securities and Exchange Commission,SEC.gov,EDGAR"),
    ("FERC", "US", "filing", "ferc.gov", "Federal Energy Regulatory Commission"),
    ("HKEX", "HK", "filing", "hkexnews.hk,hkex.com.hk", "HKEXnews"),
    ("DART", "KR", "filing", "dart.fss.or.kr", ""),
    ("ASX", "AU", "filing", "asx.com.au", ""),
    ("London Stock Exchange", "GB", "filing", "londonstockexchange.com", "LSE RNS"),
    # Companies' own words, and the services that carry them unchanged.
    ("PR Newswire", "US", "company", "prnewswire.com,prnewswire.co.uk", "PRNewswire,Cision"),
    ("Business Wire", "US", "company", "businesswire.com", "BusinessWire"),
    ("GlobeNewswire", "US", "company", "globenewswire.com", "GlobeNewsWire,Globe Newswire"),
    ("Accesswire", "US", "company", "accesswire.com,accessnewswire.com", "ACCESS Newswire"),
    ("Amazon", "US", "company", "aboutamazon.com,aws.amazon.com,press.aboutamazon.com", "AWS"),
    ("Anthropic", "US", "company", "anthropic.com", ""),
    ("OpenAI", "US", "company", "openai.com", ""),
    ("Microsoft", "US", "company", "microsoft.com", "Microsoft Source,Official Microsoft Blog"),
    ("Google", "US", "company", "blog.google,cloud.google.com", "Google Cloud,Google Blog"),
    ("Meta", "US", "company", "about.fb.com,about.meta.com,engineering.fb.com", "About Meta"),
    ("Nvidia", "US", "company", "nvidia.com", "NVIDIA,NVIDIA Newsroom,NVIDIA Blog"),
    ("AMD", "US", "company", "amd.com", "Advanced Micro Devices"),
    ("Intel", "US", "company", "intel.com", "Intel Newsroom"),
    ("Broadcom", "US", "company", "broadcom.com", "Broadcom Inc."),
    ("Oracle", "US", "company", "oracle.com", ""),
    ("CoreWeave", "US", "company", "coreweave.com", ""),
    ("Crusoe", "US", "company", "crusoe.ai", ""),
    ("Nebius", "NL", "company", "nebius.com", "Nebius Group"),
    ("SoftBank", "JP", "company", "softbank.jp,group.softbank", "SoftBank Group"),
    ("xAI", "US", "company", "x.ai", ""),
    # Wires.
    ("Reuters", "GB", "wire", "reuters.com", "Thomson Reuters,Reuters.com"),
    ("Associated Press", "US", "wire", "apnews.com,ap.org", "AP,AP News,The Associated Press"),
    ("Bloomberg", "US", "wire", "bloomberg.com", "Bloomberg.com,Bloomberg News"),
    ("AFP", "FR", "wire", "afp.com", "Agence France-Presse"),
    ("Dow Jones Newswires", "US", "wire", "dowjones.com", "Dow Jones,DJ Newswires"),
    ("UPI", "US", "wire", "upi.com", "UPI News,United Press International"),
    ("Kyodo News", "JP", "wire", "kyodonews.net", "Kyodo,Kyodo News Plus"),
    ("Jiji Press", "JP", "wire", "jen.jiji.com,jiji.com", ""),
    ("Yonhap News Agency", "KR", "wire", "yna.co.kr", "Yonhap,Yonhap News"),
    ("Xinhua", "CN", "wire", "xinhuanet.com,news.cn", "Xinhua News Agency"),
    ("PTI", "IN", "wire", "ptinews.com", "Press Trust of India"),
    ("dpa", "DE", "wire", "dpa.com,dpa-international.com", "dpa-AFX"),
    ("ANSA", "IT", "wire", "ansa.it", ""),
    ("TASS", "RU", "wire", "tass.com,tass.ru", ""),
    ("Bernama", "MY", "wire", "bernama.com", ""),
    ("The Canadian Press", "CA", "wire", "thecanadianpress.com", ""),
    ("Australian Associated Press", "AU", "wire", "aap.com.au", "AAP"),
    # Press: the United States.
    ("The Wall Street Journal", "US", "press", "wsj.com", "WSJ,WSJ.com"),
    ("The New York Times", "US", "press", "nytimes.com", "NYT,NYTimes.com"),
    ("The Washington Post", "US", "press", "washingtonpost.com", "WaPo"),
    ("Los Angeles Times", "US", "press", "latimes.com", "LA Times,The Los Angeles Times"),
    ("USA Today", "US", "press", "usatoday.com", "USA TODAY"),
    ("Axios", "US", "press", "axios.com", "Axios.com"),
    ("Politico", "US", "press", "politico.com,politico.eu", "POLITICO,POLITICO.eu"),
    ("Semafor", "US", "press", "semafor.com", ""),
    ("The Information", "US", "press", "theinformation.com", ""),
    ("Business Insider", "US", "press", "businessinsider.com", "Markets Insider"),
    ("CNBC", "US", "press", "cnbc.com", "CNBC.com,CNBC TV"),
    ("CNN", "US", "press", "cnn.com", "CNN Business,CNN.com"),
    ("Fox Business", "US", "press", "foxbusiness.com", ""),
    ("Fox News", "US", "press", "foxnews.com", ""),
    ("ABC News", "US", "press", "abcnews.go.com,abcnews.com", ""),
    ("CBS News", "US", "press", "cbsnews.com", ""),
    ("NBC News", "US", "press", "nbcnews.com", ""),
    ("NPR", "US", "press", "npr.org", ""),
    ("PBS", "US", "press", "pbs.org", "PBS NewsHour,PBS News"),
    ("Forbes", "US", "press", "forbes.com", ""),
    ("Fortune", "US", "press", "fortune.com", "Fortune Magazine"),
    ("Barron's", "US", "press", "barrons.com", "Barrons"),
    ("MarketWatch", "US", "press", "marketwatch.com", ""),
    ("Quartz", "US", "press", "qz.com", ""),
    ("Time", "US", "press", "time.com", "TIME,Time Magazine"),
    ("Newsweek", "US", "press", "newsweek.com", ""),
    ("The Atlantic", "US", "press", "theatlantic.com", ""),
    ("The New Yorker", "US", "press", "newyorker.com", ""),
    ("New York Post", "US", "press", "nypost.com", ""),
    ("The Hill", "US", "press", "thehill.com", ""),
    ("San Francisco Chronicle", "US", "press", "sfchronicle.com", "SFGATE"),
    ("Houston Chronicle", "US", "press", "houstonchronicle.com,chron.com", ""),
    ("The Seattle Times", "US", "press", "seattletimes.com", ""),
    ("The Texas Tribune", "US", "press", "texastribune.org", ""),
    ("Chicago Tribune", "US", "press", "chicagotribune.com", ""),
    ("The Boston Globe", "US", "press", "bostonglobe.com", ""),
    ("The Dallas Morning News", "US", "press", "dallasnews.com", "Dallas Morning News"),
    ("Investor's Business Daily", "US", "press", "investors.com", "IBD"),
    ("Inc.", "US", "press", "inc.com", "Inc. Magazine"),
    ("Fast Company", "US", "press", "fastcompany.com", ""),
    # Press: elsewhere.
    ("Financial Times", "GB", "press", "ft.com", "FT,FT.com,The Financial Times"),
    ("The Economist", "GB", "press", "economist.com", ""),
    ("BBC", "GB", "press", "bbc.com,bbc.co.uk", "BBC News,BBC.com"),
    ("The Guardian", "GB", "press", "theguardian.com", "Guardian,The Guardian US"),
    ("The Times", "GB", "press", "thetimes.com,thetimes.co.uk", "The Sunday Times"),
    ("The Telegraph", "GB", "press", "telegraph.co.uk", "Telegraph.co.uk,The Daily Telegraph"),
    ("The Independent", "GB", "press", "independent.co.uk,the-independent.com", ""),
    ("Daily Mail", "GB", "press", "dailymail.co.uk,dailymail.com", "MailOnline,This is Money"),
    ("Sky News", "GB", "press", "news.sky.com", ""),
    ("City A.M.", "GB", "press", "cityam.com", "City AM"),
    ("The Irish Times", "IE", "press", "irishtimes.com", ""),
    ("Irish Independent", "IE", "press", "independent.ie", ""),
    ("Euronews", "FR", "press", "euronews.com", "Euronews.com"),
    ("France 24", "FR", "press", "france24.com", ""),
    ("Le Monde", "FR", "press", "lemonde.fr", "Le Monde.fr"),
    ("Les Echos", "FR", "press", "lesechos.fr", "Les Échos"),
    ("Le Figaro", "FR", "press", "lefigaro.fr", ""),
    ("Handelsblatt", "DE", "press", "handelsblatt.com", ""),
    ("Frankfurter Allgemeine Zeitung", "DE", "press", "faz.net", "FAZ,FAZ.NET"),
    ("Der Spiegel", "DE", "press", "spiegel.de", "DER SPIEGEL"),
    ("Deutsche Welle", "DE", "press", "dw.com", "DW,DW.com"),
    ("Neue Zürcher Zeitung", "CH", "press", "nzz.ch", "NZZ"),
    ("El País", "ES", "press", "elpais.com", "EL PAÍS,EL PAÍS English"),
    ("Expansión", "ES", "press", "expansion.com", ""),
    ("Il Sole 24 Ore", "IT", "press", "ilsole24ore.com", ""),
    ("NL Times", "NL", "press", "nltimes.nl", ""),
    ("Dagens Næringsliv", "NO", "press", "dn.no", ""),
    ("Nikkei Asia", "JP", "press", "asia.nikkei.com", "Nikkei Asian Review,Nikkei"),
    ("The Japan Times", "JP", "press", "japantimes.co.jp", ""),
    ("The Mainichi", "JP", "press", "mainichi.jp", "Mainichi Daily News,Mainichi"),
    ("The Asahi Shimbun", "JP", "press", "asahi.com", ""),
    ("The Korea Herald", "KR", "press", "koreaherald.com", ""),
    ("The Korea Times", "KR", "press", "koreatimes.co.kr", ""),
    ("Korea JoongAng Daily", "KR", "press", "koreajoongangdaily.joins.com", "JoongAng Daily"),
    ("The Chosun Daily", "KR", "press", "chosun.com", "조선일보,Chosunbiz"),
    ("Business Korea", "KR", "press", "businesskorea.co.kr", "BusinessKorea"),
    ("South China Morning Post", "HK", "press", "scmp.com", "SCMP,scmp.com"),
    ("Caixin Global", "CN", "press", "caixinglobal.com,caixin.com", "Caixin"),
    ("China Daily", "CN", "press", "chinadaily.com.cn", ""),
    ("Global Times", "CN", "press", "globaltimes.cn", ""),
    ("Taipei Times", "TW", "press", "taipeitimes.com", ""),
    ("Focus Taiwan", "TW", "press", "focustaiwan.tw", ""),
    ("The Straits Times", "SG", "press", "straitstimes.com", ""),
    ("The Business Times", "SG", "press", "businesstimes.com.sg", ""),
    ("CNA", "SG", "press", "channelnewsasia.com", "Channel NewsAsia,Channel News Asia"),
    ("The Edge Singapore", "SG", "press", "theedgesingapore.com", ""),
    ("The Edge Malaysia", "MY", "press", "theedgemalaysia.com", ""),
    ("The Star", "MY", "press", "thestar.com.my", "The Star Malaysia"),
    ("Bangkok Post", "TH", "press", "bangkokpost.com", ""),
    ("The Jakarta Post", "ID", "press", "thejakartapost.com", ""),
    ("The Times of India", "IN", "press", "timesofindia.indiatimes.com", "TOI"),
    ("The Economic Times", "IN", "press", "economictimes.indiatimes.com", "ET,ETtech"),
    ("Mint", "IN", "press", "livemint.com", "Livemint"),
    ("Business Standard", "IN", "press", "business-standard.com", ""),
    ("The Hindu", "IN", "press", "thehindu.com", "The Hindu BusinessLine,BusinessLine"),
    ("Hindustan Times", "IN", "press", "hindustantimes.com", ""),
    ("The Indian Express", "IN", "press", "indianexpress.com", ""),
    ("NDTV", "IN", "press", "ndtv.com,ndtvprofit.com", "NDTV Profit"),
    ("Moneycontrol", "IN", "press", "moneycontrol.com", ""),
    ("The National", "AE", "press", "thenationalnews.com", "The National News"),
    ("Gulf News", "AE", "press", "gulfnews.com", ""),
    ("Khaleej Times", "AE", "press", "khaleejtimes.com", ""),
    ("Arab News", "SA", "press", "arabnews.com", ""),
    ("Al Jazeera", "QA", "press", "aljazeera.com", "Al Jazeera English"),
    ("The Times of Israel", "IL", "press", "timesofisrael.com", ""),
    ("Globes", "IL", "press", "globes.co.il", ""),
    ("Calcalist", "IL", "press", "calcalistech.com,calcalist.co.il", "CTech"),
    (
        "The Australian Financial Review",
        "AU",
        "press",
        "afr.com",
        "AFR,Australian Financial Review",
    ),
    ("The Sydney Morning Herald", "AU", "press", "smh.com.au", "SMH,Sydney Morning Herald"),
    ("The Age", "AU", "press", "theage.com.au", ""),
    ("The Australian", "AU", "press", "theaustralian.com.au", ""),
    ("ABC News (Australia)", "AU", "press", "abc.net.au", "ABC Australia,ABC News Australia"),
    ("Capital Brief", "AU", "press", "capitalbrief.com", ""),
    ("The Globe and Mail", "CA", "press", "theglobeandmail.com", ""),
    ("CBC", "CA", "press", "cbc.ca", "CBC News,CBC.ca"),
    ("BNN Bloomberg", "CA", "press", "bnnbloomberg.ca", "BNN"),
    ("Financial Post", "CA", "press", "financialpost.com", ""),
    ("National Post", "CA", "press", "nationalpost.com", ""),
    ("Toronto Star", "CA", "press", "thestar.com", ""),
    ("CTV News", "CA", "press", "ctvnews.ca", ""),
    ("The New Zealand Herald", "NZ", "press", "nzherald.co.nz", "NZ Herald"),
    ("Stuff", "NZ", "press", "stuff.co.nz", "Stuff.co.nz"),
    ("RNZ", "NZ", "press", "rnz.co.nz", "Radio New Zealand"),
    ("Folha de S.Paulo", "BR", "press", "folha.uol.com.br", "Folha"),
    ("Valor Econômico", "BR", "press", "valor.globo.com,valorinternational.globo.com", "Valor"),
    # Trade.
    ("Data Center Dynamics", "GB", "trade", "datacenterdynamics.com", "DCD,DatacenterDynamics"),
    ("Data Center Knowledge", "US", "trade", "datacenterknowledge.com", ""),
    ("Data Center Frontier", "US", "trade", "datacenterfrontier.com", ""),
    ("The Register", "GB", "trade", "theregister.com,theregister.co.uk", ""),
    ("The Next Platform", "US", "trade", "nextplatform.com", ""),
    ("HPCwire", "US", "trade", "hpcwire.com", "AIwire"),
    ("SemiAnalysis", "US", "trade", "semianalysis.com", ""),
    ("EE Times", "US", "trade", "eetimes.com", "EETimes"),
    ("DigiTimes", "TW", "trade", "digitimes.com", "DIGITIMES,DIGITIMES Asia"),
    ("TrendForce", "TW", "trade", "trendforce.com", ""),
    ("SDxCentral", "US", "trade", "sdxcentral.com", ""),
    ("Light Reading", "US", "trade", "lightreading.com", ""),
    ("Utility Dive", "US", "trade", "utilitydive.com", ""),
    ("Canary Media", "US", "trade", "canarymedia.com", ""),
    ("Heatmap", "US", "trade", "heatmap.news", "Heatmap News"),
    ("S&P Global", "US", "trade", "spglobal.com", "S&P Global Market Intelligence"),
    ("Epoch AI", "US", "trade", "epoch.ai", ""),
    ("TechCrunch", "US", "trade", "techcrunch.com", ""),
    ("The Verge", "US", "trade", "theverge.com", ""),
    ("Wired", "US", "trade", "wired.com", "WIRED"),
    ("Ars Technica", "US", "trade", "arstechnica.com", ""),
    ("VentureBeat", "US", "trade", "venturebeat.com", ""),
    ("ZDNET", "US", "trade", "zdnet.com", "ZDNet"),
    ("CNET", "US", "trade", "cnet.com", ""),
    ("Engadget", "US", "trade", "engadget.com", ""),
    ("GeekWire", "US", "trade", "geekwire.com", ""),
    ("Tom's Hardware", "US", "trade", "tomshardware.com", ""),
    ("Wccftech", "US", "trade", "wccftech.com", ""),
    ("CRN", "US", "trade", "crn.com", "CRN Magazine"),
    ("CIO Dive", "US", "trade", "ciodive.com", ""),
    ("InfoWorld", "US", "trade", "infoworld.com", ""),
    ("Computerworld", "US", "trade", "computerworld.com", ""),
    ("SiliconANGLE", "US", "trade", "siliconangle.com", "SiliconANGLE News"),
    ("MIT Technology Review", "US", "trade", "technologyreview.com", ""),
    ("Rest of World", "US", "trade", "restofworld.org", ""),
    ("The Decoder", "DE", "trade", "the-decoder.com", "THE DECODER"),
    ("heise online", "DE", "trade", "heise.de", "Heise,heise"),
    ("Golem.de", "DE", "trade", "golem.de", "Golem"),
    ("Sifted", "GB", "trade", "sifted.eu", ""),
    ("Tech in Asia", "SG", "trade", "techinasia.com", "TechInAsia"),
    ("iTnews", "AU", "trade", "itnews.com.au", ""),
    ("BetaKit", "CA", "trade", "betakit.com", ""),
    ("CoinDesk", "US", "trade", "coindesk.com", ""),
    ("The Block", "US", "trade", "theblock.co", ""),
    # Aggregators and quote sites: their own lines prove nothing by themselves.
    ("Google News", "US", "aggregator", "news.google.com", ""),
    ("Yahoo Finance", "US", "aggregator", "finance.yahoo.com", "Yahoo! Finance"),
    ("Yahoo", "US", "aggregator", "yahoo.com", "Yahoo News,Yahoo! News,Yahoo Tech"),
    ("MSN", "US", "aggregator", "msn.com", "MSN.com,Microsoft Start"),
    ("Techmeme", "US", "aggregator", "techmeme.com", ""),
    ("Hacker News", "US", "aggregator", "news.ycombinator.com", "Y Combinator"),
    ("Seeking Alpha", "US", "aggregator", "seekingalpha.com", ""),
    ("Benzinga", "US", "aggregator", "benzinga.com", ""),
    ("Investing.com", "CY", "aggregator", "investing.com", ""),
    ("The Motley Fool", "US", "aggregator", "fool.com", ""),
    ("TipRanks", "US", "aggregator", "tipranks.com", ""),
    ("Stock Titan", "US", "aggregator", "stocktitan.net", "StockTitan"),
    ("Nasdaq", "US", "aggregator", "nasdaq.com", "Nasdaq.com"),
    ("Zacks", "US", "aggregator", "zacks.com", "Zacks Investment Research"),
    ("TradingView", "US", "aggregator", "tradingview.com", ""),
    ("AOL", "US", "aggregator", "aol.com", "AOL.com"),
    ("SmartNews", "JP", "aggregator", "smartnews.com", ""),
    ("MarketScreener", "FR", "aggregator", "marketscreener.com", ""),
    ("GuruFocus", "US", "aggregator", "gurufocus.com", "GuruFocus.com"),
    ("Crypto Briefing", "US", "aggregator", "cryptobriefing.com", ""),
)

# Only who writes a plain "$" for its own dollar. South China Morning Post, Taipei Times and
# BetaKit mark every sum (US$, HK$, NT$, "USD"), and wires mean the American one.
_OWN_DOLLAR = {
    "The Straits Times": "SGD",
    "The Business Times": "SGD",
    "CNA": "SGD",
    "The Edge Singapore": "SGD",
    "The Australian Financial Review": "AUD",
    "The Sydney Morning Herald": "AUD",
    "The Age": "AUD",
    "The Australian": "AUD",
    "ABC News (Australia)": "AUD",
    "Australian Associated Press": "AUD",
    "Capital Brief": "AUD",
    "iTnews": "AUD",
    "The Globe and Mail": "CAD",
    "The Canadian Press": "CAD",
    "CBC": "CAD",
    "BNN Bloomberg": "CAD",
    "Financial Post": "CAD",
    "National Post": "CAD",
    "Toronto Star": "CAD",
    "CTV News": "CAD",
    "The New Zealand Herald": "NZD",
    "Stuff": "NZD",
    "RNZ": "NZD",
}

# Words of headlines as well: "a fifth of its Time" names no magazine.
_COMMON_WORDS = frozenset(
    {"Time", "TIME", "Fortune", "Quartz", "Wired", "Mint", "Stuff", "Globes", "Valor", "Nasdaq",
     "ET", "AP", "SEC", "DART", "ASX", "Guardian", "Meta", "Inc.", "Golem", "Telegraph", "Yahoo",
     "The Times", "The Age", "The Information", "The Star", "The Hill", "The National", "The Block",
     "The Australian", "S&P Global", "Y Combinator", "Dow Jones", "Microsoft Start", "TOI"}
)  # fmt: skip
# A headline does not stop at these: "sells its archive to The New York Times" ends in a company.
_OPEN_WORDS = (
    "a an the of in on at to by with from for and or as via than vs vs. into over says told per "
    "sues buys owner"
)
_OPEN_ENDS = frozenset(_OPEN_WORDS.split())
_SEPARATED = re.compile(r"(?P<title>.*\S)\s+[-\u2010-\u2015|·•»]\s+(?P<name>\S.{0,80})", re.DOTALL)


def known_publisher(name_or_host: str) -> Publisher | None:
    """The publisher behind a name in any spelling we know, a host, or an address."""
    key = _key(name_or_host)
    if key in _BY_NAME:
        return _BY_NAME[key]
    labels = (host_of(key) or key).split(".")
    parents = (".".join(labels[start:]) for start in range(len(labels)))
    return next((_BY_HOST[parent] for parent in parents if parent in _BY_HOST), None)


def split_publisher(line: str, *, is_named: bool = False) -> tuple[str, str | None]:
    """Split "headline - Publisher", "headline | Publisher" or "headline Publisher".

    Gives the headline and the publisher's usual name, or the line and None. Where nothing stands
    between, the longest known name at the end counts, but no company's and no common word;
    `is_named` says that a publisher is there for sure and lets those count too.
    """
    line = line.strip()
    if match := _SEPARATED.fullmatch(line):
        publisher = known_publisher(match["name"])
        if publisher is not None:
            return match["title"], publisher.name
    words = line.split(" ")
    for count in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        rest, name = words[:-count], " ".join(words[-count:]).replace("\u2019", "'")
        if name in _NAMES and _may_be_glued(name, rest[-1], is_named=is_named):
            return " ".join(rest).rstrip(), _BY_NAME[_key(name)].name
    return line, None


def home_currency(publisher_name: str) -> str | None:
    """The dollar a publisher's plain "$" may mean, where that is not the American one."""
    publisher = known_publisher(publisher_name)
    return _OWN_DOLLAR.get(publisher.name) if publisher else None


def _may_be_glued(name: str, word_before: str, *, is_named: bool) -> bool:
    """Whether an unmarked last name can be the publisher's, not the headline's own end."""
    is_doubtful = name in _COMMON_WORDS or _BY_NAME[_key(name)].tier in {"company", "filing"}
    return (is_named or not is_doubtful) and word_before.lower() not in _OPEN_ENDS


def _key(name: str) -> str:
    return " ".join(name.replace("\u2019", "'").split()).casefold()


def _names(row: tuple[str, str, Tier, str, str]) -> list[str]:
    """Every spelling of a publisher: "The Japan Times" is also "Japan Times"."""
    names = [row[0], *filter(None, row[4].split(","))]
    shorter = [name.removeprefix("The ") for name in names]
    return [*names, *(name for name in shorter if " " in name and name not in names)]


_PUBLISHERS = {row: Publisher(name=row[0], home=row[1], tier=row[2]) for row in TABLE}
_BY_NAME = {_key(name): who for row, who in _PUBLISHERS.items() for name in _names(row)}
_BY_HOST = {host: who for row, who in _PUBLISHERS.items() for host in row[3].split(",")}
# As written: "Amazon to invest in time" ends in no magazine.
_NAMES = frozenset(name for row in TABLE for name in _names(row))
_LONGEST_NAME = max(len(name.split(" ")) for name in _NAMES)
