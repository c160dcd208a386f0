"""Who does what to whom in Chinese, Japanese and Korean: prepositions, particles and word order."""

import re
import time

import pytest

from parsers.frames.cjk import find_cjk_frames
from parsers.frames.finding import find_frames
from parsers.frames.frame import Frame
from parsers.types import Mention

Told = tuple[str, tuple[str, ...], tuple[str, ...]]
NAMES = {
    "AMD": "AMD",
    "Amazon": "Amazon|AWS|亚马逊|アマゾン|아마존",
    "Anthropic": "Anthropic|アンソロピック|앤트로픽",
    "Blackstone": "黑石集团|Blackstone",
    "Cerebras": "Cerebras",
    "CoreWeave": "CoreWeave|코어위브",
    "Crusoe": "Crusoe|クルーソー",
    "Google": "谷歌云|谷歌|グーグル|구글",
    "Hut 8": "Hut 8",
    "Meta": "Meta|メタ|메타",
    "Microsoft": "微软|微軟|マイクロソフト|마이크로소프트",
    "Nebius": "Nebius|ネビウス|네비우스",
    "Nvidia": "英伟达|輝達|エヌビディア|NVIDIA|엔비디아",
    "OpenAI": "OpenAI|オープンAI|오픈AI",
    "Oracle": "甲骨文|オラクル|오라클",
    "SoftBank": "软银|ソフトバンク|소프트뱅크",
}
_NAME = re.compile("|".join(f"(?P<n{n}>{row})" for n, row in enumerate(NAMES.values())))


def mentions_in(sentence: str) -> list[Mention]:
    """Each company of `NAMES` wherever it stands."""
    return [
        Mention(
            company=list(NAMES)[int(str(found.lastgroup)[1:])],
            text=found[0],
            kind="name",
            start=found.start(),
            end=found.end(),
        )
        for found in _NAME.finditer(sentence)
    ]


def told(sentence: str) -> list[Told]:
    """Kind, subjects and objects of every frame."""
    frames = find_cjk_frames(sentence, mentions_in(sentence))
    return [(frame.kind, frame.subjects, frame.objects) for frame in frames]


def test_a_frame_says_where_its_verb_stands() -> None:
    """The whole value: kind, the verb as written, sides, and the verb's place in the sentence."""
    sentence = "OpenAI 拟向甲骨文采购算力"

    frames = find_cjk_frames(sentence, mentions_in(sentence))

    buys = Frame(
        kind="buy", verb="采购", subjects=("OpenAI",), objects=("Oracle",), start=12, end=14
    )
    assert frames == (buys,)


def test_find_frames_reads_these_scripts() -> None:
    """Who asks for a sentence's frames need not know its language."""
    sentence = "메타, 구글과 100억달러 클라우드 계약"

    frames = find_frames(sentence, mentions_in(sentence))

    assert [(f.kind, f.subjects, f.objects) for f in frames] == [("agree", ("Meta",), ("Google",))]


@pytest.mark.parametrize(
    ("sentence", "kind", "one", "other"),
    [
        pytest.param("OpenAI向甲骨文采购4.5吉瓦算力", "buy", "OpenAI", "Oracle", id="buy from: 向"),
        pytest.param("微软从CoreWeave租用算力", "lease", "Microsoft", "CoreWeave", id="rent: 从"),
        pytest.param("微軟向Nebius租用GPU算力", "lease", "Microsoft", "Nebius", id="rent: 向"),
        pytest.param("甲骨文向OpenAI供应芯片", "sell", "Oracle", "OpenAI", id="supply: 向"),
        pytest.param("CoreWeave将为Meta提供AI算力", "sell", "CoreWeave", "Meta", id="for: 为"),
        pytest.param("微软将把算力租给OpenAI", "sell", "Microsoft", "OpenAI", id="let: 租给"),
        pytest.param("甲骨文将算力出租给OpenAI", "sell", "Oracle", "OpenAI", id="let: 出租给"),
        pytest.param("Nebius获微软174亿美元订单", "sell", "Nebius", "Microsoft", id="order: 获"),
        pytest.param("CoreWeave拿下Meta百亿大单", "sell", "CoreWeave", "Meta", id="order: 拿下"),
        pytest.param("Meta租赁Crusoe的数据中心", "lease", "Meta", "Crusoe", id="object with 的"),
        pytest.param("OpenAI将使用谷歌云服务", "buy", "OpenAI", "Google", id="uses"),
        pytest.param("OpenAI选择甲骨文作为其供应商", "buy", "OpenAI", "Oracle", id="chooses"),
        pytest.param("Cerebras成为OpenAI的供应商", "sell", "Cerebras", "OpenAI", id="supplier of"),
        pytest.param("Anthropic是CoreWeave最大客户", "buy", "Anthropic", "CoreWeave", id="client"),
        pytest.param("OpenAI的算力由甲骨文提供", "sell", "Oracle", "OpenAI", id="passive: 由"),
        pytest.param("谷歌的TPU被Meta采用", "buy", "Meta", "Google", id="passive: 被"),
        pytest.param("字节跳动外，Meta采购英伟达芯片", "buy", "Meta", "Nvidia", id="a make sells"),
        pytest.param("Anthropic将在AWS上花费千亿", "buy", "Anthropic", "Amazon", id="spends on"),
        pytest.param("为此OpenAI向AMD采购芯片", "buy", "OpenAI", "AMD", id="为此 marks nobody"),
        pytest.param("Cerebras上市，OpenAI为其最大客户", "buy", "OpenAI", "Cerebras", id="为其"),
        pytest.param("OpenAI对AMD下了6吉瓦大单", "buy", "OpenAI", "AMD", id="places an order"),
        pytest.param("CoreWeave抢下OpenAI订单", "sell", "CoreWeave", "OpenAI", id="order: 抢下"),
        pytest.param("Meta向AWS支付100亿美元", "buy", "Meta", "Amazon", id="pays to"),
        pytest.param("亚马逊斥资250亿美元入股Anthropic", "invest", "Amazon", "Anthropic", id="in"),
        pytest.param("英伟达向Anthropic投资", "invest", "Nvidia", "Anthropic", id="invest: 向"),
        pytest.param("软银完成对OpenAI 400亿投资", "invest", "SoftBank", "OpenAI", id="invest: 对"),
        pytest.param("OpenAI获得英伟达投资", "invest", "Nvidia", "OpenAI", id="gets money"),
        pytest.param("AMD授予OpenAI认股权证", "invest", "OpenAI", "AMD", id="warrants"),
        pytest.param(
            "黑石集团向CoreWeave提供贷款", "finance", "Blackstone", "CoreWeave", id="loan"
        ),
        pytest.param("英伟达为OpenAI租约提供担保", "guarantee", "Nvidia", "OpenAI", id="backs"),
        pytest.param("Crusoe为OpenAI建设数据中心", "build", "Crusoe", "OpenAI", id="builds"),
        pytest.param("甲骨文買晶片，為OpenAI建置資料中心", "build", "Oracle", "OpenAI", id="建置"),
        pytest.param("OpenAI与甲骨文签署协议", "agree", "OpenAI", "Oracle", id="A与B签署"),
        pytest.param("微軟與Nebius簽署合約", "agree", "Microsoft", "Nebius", id="traditional"),
        pytest.param("OpenAI被曝与甲骨文签下大单", "agree", "OpenAI", "Oracle", id="signs with"),
        pytest.param(
            "Meta 与数据中心公司 Crusoe 敲定协议", "agree", "Meta", "Crusoe", id="apposed"
        ),
        pytest.param("微软与AWS就算力租赁展开磋商", "agree", "Microsoft", "Amazon", id="about"),
        pytest.param("Nebius：已与Meta签署协议", "agree", "Nebius", "Meta", id="colon"),
        pytest.param("微软取消与CoreWeave的租约", "agree", "Microsoft", "CoreWeave", id="cancels"),
        pytest.param("AMD与甲骨文携手打造集群", "join", "AMD", "Oracle", id="hand in hand"),
        pytest.param("OpenAI牵手谷歌云", "join", "OpenAI", "Google", id="takes the hand"),
    ],
)
def test_chinese_marks_a_side_in_front_of_it(
    sentence: str, kind: str, one: str, other: str
) -> None:
    """Prepositions, objects and 的 tell both sides of a Chinese verb."""
    assert (kind, (one,), (other,)) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind", "one", "other"),
    [
        pytest.param("OpenAIはオラクルから計算力を調達", "buy", "OpenAI", "Oracle", id="から"),
        pytest.param("OpenAIがAMDのGPUを採用", "buy", "OpenAI", "AMD", id="の…を採用"),
        pytest.param("NVIDIA製GPUがOpenAIに採用される", "buy", "OpenAI", "Nvidia", id="passive"),
        pytest.param("OpenAIはオラクルに代金を支払う", "buy", "OpenAI", "Oracle", id="pays"),
        pytest.param(
            "マイクロソフトがネビウスから賃借", "lease", "Microsoft", "Nebius", id="rents"
        ),
        pytest.param("CoreWeaveがメタに計算力を供給", "sell", "CoreWeave", "Meta", id="に供給"),
        pytest.param("OpenAIの計算資源をグーグルが提供", "sell", "Google", "OpenAI", id="の…が"),
        pytest.param("CoreWeave、OpenAIから追加受注", "sell", "CoreWeave", "OpenAI", id="order"),
        pytest.param("OpenAIはグーグルからGPU供給を受ける", "buy", "OpenAI", "Google", id="gets"),
        pytest.param("エヌビディア、OpenAIに出資", "invest", "Nvidia", "OpenAI", id="no particle"),
        pytest.param("OpenAIはAMDから出資を受ける", "invest", "AMD", "OpenAI", id="gets money"),
        pytest.param("AMDがOpenAIに新株予約権を付与", "invest", "OpenAI", "AMD", id="warrants"),
        pytest.param("AMDとOpenAIが6GWで合意", "agree", "AMD", "OpenAI", id="AとBが"),
        pytest.param("マイクロソフト、ネビウスと契約", "agree", "Microsoft", "Nebius", id="A、Bと"),
        pytest.param("メタ、クルーソーと賃貸契約", "agree", "Meta", "Crusoe", id="noun of a noun"),
        pytest.param("OpenAIとNVIDIA、戦略的提携", "join", "OpenAI", "Nvidia", id="AとB、"),
        pytest.param("OpenAI、AMDと開発 米メタ出資", "invest", "Meta", "OpenAI", id="space"),
        pytest.param("OpenAI、AMDと提携しGPU導入", "buy", "OpenAI", "AMD", id="joins, then buys"),
    ],
)
def test_japanese_marks_a_side_behind_it(sentence: str, kind: str, one: str, other: str) -> None:
    """Particles tell the sides, and a headline's comma stands for the subject's."""
    assert (kind, (one,), (other,)) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind", "one", "other"),
    [
        pytest.param(
            "앤트로픽이 구글로부터 TPU를 구매한다", "buy", "Anthropic", "Google", id="from"
        ),
        pytest.param("앤트로픽, 구글 TPU 100만개 도입", "buy", "Anthropic", "Google", id="bare"),
        pytest.param("오픈AI는 AMD의 GPU를 구매했다", "buy", "OpenAI", "AMD", id="의"),
        pytest.param("오픈AI, 코어위브에 대금 지급", "buy", "OpenAI", "CoreWeave", id="pays"),
        pytest.param("메타, 코어위브에서 컴퓨팅 임차", "lease", "Meta", "CoreWeave", id="rents"),
        pytest.param("네비우스, 마이크로소프트에 GPU 공급", "sell", "Nebius", "Microsoft", id="에"),
        pytest.param("네비우스, 메타로부터 수주", "sell", "Nebius", "Meta", id="order"),
        pytest.param("오라클, 오픈AI에 데이터센터 임대", "sell", "Oracle", "OpenAI", id="lets"),
        pytest.param("구글, 메타에 TPU 공급 계약", "sell", "Google", "Meta", id="supply contract"),
        pytest.param(
            "엔비디아, 앤트로픽에 100억달러 투자", "invest", "Nvidia", "Anthropic", id="in"
        ),
        pytest.param("오픈AI와 오라클, 계약 체결", "agree", "OpenAI", "Oracle", id="A와 B"),
        pytest.param("앤트로픽·구글, 클라우드 계약", "agree", "Anthropic", "Google", id="dot"),
        pytest.param("美 메타, 구글과 100억달러 계약", "agree", "Meta", "Google", id="hanja"),
        pytest.param('오픈AI "AMD와 6GW 계약"', "agree", "OpenAI", "AMD", id="quotes"),
        pytest.param(
            "마이크로소프트가 네비우스와 손잡고", "join", "Microsoft", "Nebius", id="joins"
        ),
    ],
)
def test_korean_marks_a_side_behind_it(sentence: str, kind: str, one: str, other: str) -> None:
    """Particles glued to a name tell its side; a headline leaves out those of subjects."""
    assert (kind, (one,), (other,)) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "frames"),
    [
        pytest.param(
            "英伟达、微软联合投资Anthropic",
            [("invest", ("Nvidia", "Microsoft"), ("Anthropic",))],
            id="two givers",
        ),
        pytest.param(
            "OpenAI与微软、甲骨文合作",
            [("join", ("OpenAI",), ("Microsoft", "Oracle"))],
            id="与 splits",
        ),
        pytest.param(
            "앤트로픽이 구글·AMD와 계약을 체결",
            [("agree", ("Anthropic",), ("Google", "AMD"))],
            id="two suppliers",
        ),
        pytest.param(
            "Anthropic、マイクロソフトとNVIDIAから出資受け入れ",
            [("invest", ("Microsoft", "Nvidia"), ("Anthropic",))],
            id="two particles, one side",
        ),
        pytest.param(
            "AWS与OpenAI签署协议，将为其提供英伟达GPU",
            [
                ("agree", ("Amazon",), ("OpenAI",)),
                ("sell", ("Amazon",), ("OpenAI",)),
                ("aside", ("Nvidia",), ()),
            ],
            id="a pronoun",
        ),
        pytest.param(
            "Anthropic将采购Azure算力，微软与英伟达向其投资",
            [("invest", ("Microsoft", "Nvidia"), ("Anthropic",))],
            id="a pronoun for who acted before",
        ),
        pytest.param(
            "AWS与OpenAI洽谈，OpenAI将使用其芯片",
            [("agree", ("Amazon",), ("OpenAI",)), ("buy", ("OpenAI",), ("Amazon",))],
            id="a pronoun behind the verb",
        ),
        pytest.param(
            "OpenAI與Cerebras達成協議，將採購晶片",
            [("agree", ("OpenAI",), ("Cerebras",)), ("buy", ("OpenAI",), ("Cerebras",))],
            id="who agreed trade with each other",
        ),
        pytest.param(
            "AMDとOpenAIが提携、GPUを導入", [("join", ("AMD",), ("OpenAI",))], id="neither leads"
        ),
        pytest.param(
            "OpenAI选择甲骨文作为其供应商", [("buy", ("OpenAI",), ("Oracle",))], id="chooses once"
        ),
        pytest.param(
            "英伟达将向OpenAI投资，OpenAI将部署英伟达系统",
            [("invest", ("Nvidia",), ("OpenAI",)), ("buy", ("OpenAI",), ("Nvidia",))],
            id="case 54: the giver's chips",
        ),
        pytest.param(
            "微软向Crusoe租用英伟达GPU，使用英伟达芯片",
            [
                ("lease", ("Microsoft",), ("Crusoe",)),
                ("aside", ("Nvidia",), ()),
                ("aside", ("Nvidia",), ()),
            ],
            id="a seller silences a make",
        ),
        pytest.param(
            "Meta采购7000台服务器，AMD中标",
            [("sell", ("AMD",), ("Meta",))],
            id="who wins what another orders",
        ),
        pytest.param(
            "Nebius扩大与Meta合作：新增270亿美元",
            [("agree", ("Nebius",), ("Meta",))],
            id="a sum makes a contract of it",
        ),
        pytest.param(
            "Crusoe获谷歌担保", [("guarantee", ("Google",), ("Crusoe",))], id="gets a guarantee"
        ),
        pytest.param(
            "“我们将从微软购买服务，”OpenAI表示",
            [("buy", ("OpenAI",), ("Microsoft",))],
            id="we, who speaks",
        ),
        pytest.param(
            "甲骨文为OpenAI租赁Crusoe的数据中心",
            [("lease", ("Oracle",), ("Crusoe",)), ("sell", ("Oracle",), ("OpenAI",))],
            id="case 13: rents from one for another",
        ),
        pytest.param(
            "该数据中心由Crusoe建设、OpenAI使用",
            [("build", ("Crusoe",), ()), ("buy", ("OpenAI",), ())],
            id="case 13: who builds and who uses",
        ),
        pytest.param(
            "Meta与Crusoe签约，利用Hut 8建设的数据中心",
            [("agree", ("Meta",), ("Crusoe",)), ("build", ("Hut 8",), ("Meta",))],
            id="case 13: built by a third",
        ),
        pytest.param(
            "オラクル、OpenAI向けにNVIDIAのGB200を購入",
            [("buy", ("Oracle",), ("Nvidia",)), ("sell", ("Oracle",), ("OpenAI",))],
            id="case 13: buys chips for another",
        ),
        pytest.param(
            "오픈AI에 데이터센터 임대하는 오라클",
            [("sell", ("Oracle",), ("OpenAI",))],
            id="relative",
        ),
        pytest.param(
            "Crusoe与Meta签约，谷歌提供32亿美元担保",
            [("agree", ("Crusoe",), ("Meta",)), ("guarantee", ("Google",), ())],
            id="a third who backs",
        ),
    ],
)
def test_whole_sentences(sentence: str, frames: list[Told]) -> None:
    """Lists, pronouns, quotations and chains of three firms: these frames and no others."""
    assert sorted(told(sentence)) == sorted(frames)


@pytest.mark.parametrize(
    ("sentence", "bystander"),
    [
        pytest.param("OpenAI与英伟达支持的Cerebras签约", "Nvidia", id="backed by, zh"),
        pytest.param("OpenAI与英伟达支持的 Lambda 签约", "Nvidia", id="before an unknown name"),
        pytest.param("软银旗下AMD向OpenAI供货", "SoftBank", id="owned by, zh"),
        pytest.param("ソフトバンク傘下のAMDがメタに供給", "SoftBank", id="owned by, ja"),
        pytest.param("アマゾン出資のAnthropic、グーグルとも契約", "Amazon", id="backed by, ja"),
        pytest.param("엔비디아가 투자한 코어위브, 메타와 계약", "Nvidia", id="backed by, ko"),
        pytest.param("谷歌云击败微软，获得OpenAI订单", "Microsoft", id="beaten"),
        pytest.param("黑石集团分析师：OpenAI与AMD签约", "Blackstone", id="an analyst"),
        pytest.param("OpenAI与Crusoe达成英伟达GPU供应协议", "Nvidia", id="only a make"),
    ],
)
def test_who_only_stands_by_is_set_aside(sentence: str, bystander: str) -> None:
    """Backers, owners, the beaten and the makers of what is sold are no side of the deal."""
    frames = told(sentence)

    sides = {name for kind, one, other in frames if kind != "aside" for name in (*one, *other)}
    assert ("aside", (bystander,), ()) in frames
    assert bystander not in sides


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("OpenAI buys chips from AMD", id="English"),
        pytest.param("OpenAI 与 AMD", id="no verb"),
        pytest.param("芯片采购协议", id="nobody we know"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_frame_without_a_verb_and_a_company(sentence: str) -> None:
    """Names beside each other, or a verb alone, tell nothing."""
    assert told(sentence) == []


def test_a_company_outside_the_sentence_is_left_out() -> None:
    """A sentence without an end is read to a point; who is named behind it is not lost on us."""
    sentence = "OpenAI向" + "很" * 2000 + "AMD采购"

    assert told(sentence) == []


@pytest.mark.parametrize(
    "hostile", ["签", "获", "与英伟达", "英伟达、", "(", "由", "提供", "支持的"]
)
def test_time_does_not_grow_without_end(hostile: str) -> None:
    """Whatever is repeated, a sentence costs no more than a moment."""
    sentence = "英伟达" + hostile * 5000 + "采购"
    mentions = mentions_in(sentence)[:30]
    before = time.process_time()

    find_cjk_frames(sentence, mentions)

    assert time.process_time() - before < 1


@pytest.mark.parametrize(
    ("sentence", "kind", "ones", "others"),
    [
        pytest.param("OpenAI与甲骨文、软银将新建数据中心", "join", 1, 2, id="zh: a list builds"),
        pytest.param("OpenAI与甲骨文达成协议，将打造数据中心", "join", 1, 1, id="zh: agreed"),
        pytest.param("甲骨文与AWS将共建100兆瓦数据中心", "join", 1, 1, id="zh: with a figure"),
        pytest.param("オラクルとAmazonがデータセンターを建設", "join", 1, 1, id="ja: a list"),
        pytest.param("ソフトバンク、オラクルの2社は拠点を新設する", "join", 1, 1, id="ja: counted"),
        pytest.param("오라클, 아마존과 1GW 데이터센터 건립", "join", 1, 1, id="ko: with"),
        pytest.param("오라클과 아마존이 데이터센터를 함께 짓는다", "join", 1, 1, id="ko: together"),
    ],
)
def test_who_builds_together_is_a_partner(sentence: str, kind: str, ones: int, others: int) -> None:
    """A site that both sides build serves neither: no figure makes a contract of it."""
    frames = [frame for frame in told(sentence) if frame[0] in {"join", "agree", "build"}]

    assert [(one, len(a), len(b)) for one, a, b in frames][-1] == (kind, ones, others)
    assert all(one == kind for one, _, _ in frames)


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        pytest.param(
            "微软与Nebius签署协议，后者将向微软提供算力",
            ("sell", ("Nebius",), ("Microsoft",)),
            id="zh: the latter",
        ),
        pytest.param(
            "CoreWeave与AWS签署协议，为其模型提供算力",
            ("sell", ("Amazon",), ("CoreWeave",)),
            id="zh: for itself",
        ),
        pytest.param(
            "Meta通过CoreWeave使用英伟达芯片",
            ("buy", ("Meta",), ("CoreWeave",)),
            id="zh: through a firm, not its make",
        ),
        pytest.param(
            "메타는 코어위브가 보유한 엔비디아 GPU를 사용한다",
            ("buy", ("Meta",), ("CoreWeave",)),
            id="ko: another's chips",
        ),
        pytest.param(
            "CoreWeaveが運営するデータセンターの主要顧客はメタだ",
            ("sell", ("CoreWeave",), ("Meta",)),
            id="ja: its customer is",
        ),
        pytest.param(
            "Anthropic完成融资，英伟达入股",
            ("invest", ("Nvidia",), ("Anthropic",)),
            id="zh: into who raises",
        ),
        pytest.param(
            "엔비디아, GPU 26만장 공급…오라클·메타에",
            ("sell", ("Nvidia",), ("Oracle", "Meta")),
            id="ko: an afterthought",
        ),
        pytest.param(
            "GPU 사업에 오라클·아마존 2사 선정", ("buy", (), ("Oracle", "Amazon")), id="ko: chosen"
        ),
    ],
)
def test_sides_that_stand_elsewhere(sentence: str, frame: Told) -> None:
    """Pronouns, owners, go-betweens and afterthoughts tell the other side."""
    assert frame in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Meta透過日本雲端公司取得輝達晶片",
        "메타는 일본 데이터센터를 통해 엔비디아 칩을 사용",
        "メタは日本の施設を通じてエヌビディアのチップを使用",
    ],
)
def test_a_make_got_through_somebody_unnamed_sells_nothing(sentence: str) -> None:
    """Who made the chips is no side where another one has them to give."""
    assert [frame for frame in told(sentence) if frame[0] != "aside"] == []
