"""Words that tell an order to a machine from news, and a description from a company's name."""

import re
from typing import Final

# For folded text. What gives orders to whatever program reads it; news of such orders is not asked
# about either, which costs nothing.
MACHINES: Final = re.compile(
    r"""
    \b(?: ignor\w{1,6} | disregard\w{0,6} | forget | overrid\w{1,6} | bypass\w{0,6} )
        \s (?:\w{1,30}\s){0,4}? (?: instructions? | prompts? | directives? | guidelines )
    | (?: previous | prior | above | earlier | preceding | your | new | system | developer )
        \s (?: system \s )? (?: instructions? | prompts? ) (?!\w)
    | is_compute | "role"\s?: | "parties"\s?: | response_format
    | <\|\w{1,30}\|> | \[/?inst\] | <</?sys>> | </?(?:system|assistant|s)>
    | ^[ \t]{0,8} (?: system | assistant | user ) \s?:
    | you\sare\s(?:now\s)?(?:an?\s)?(?:chatgpt|claude|gemini|gpt|ai\s(?:assistant|model)|assistant
        |language\smodel|helpful)
    | (?: respond | reply | answer | output | return ) \s (?:\w{1,30}\s){0,3}? json (?!\w)
    | (?: respond | reply | answer | output ) \s (?:only\s)? with
        \s (?: true | yes | the\sfollowing ) (?!\w)
    | (?: note | message | instructions? | attention ) \s (?: to | for ) \s
        (?: (?:the|any|all|every|whatever|whoever) \s )? (?: ai | llms? | language\smodels?
        | (?:automated\s|machine\s)?(?:readers?\sprogram|classifiers?|labell?ers?) | chatbots?
        | (?:ai\s)?assistants? | machines? ) (?!\w)
    # The same in other languages.
    | \bignorier\w{0,6} \s (?:\w{1,30}\s){0,3}? (?: anweisungen | vorgaben | befehle )
    | \bignor(?:a|ar|e|en|ez|er) \s (?:\w{1,30}\s){0,3}? (?: instrucciones | instructions
        | consignes | instruções | istruzioni )
    | (?: 忽略 | 无视 | 無視 | 忘记 | 忘記 ) [^。\n]{0,12} (?: 指令 | 指示 | 提示 | 说明 | 說明 )
    | (?: 指示 | 命令 | プロンプト ) [^。\n]{0,6} 無視
    | (?: 지시 | 명령 | 프롬프트 ) [^.\n]{0,8} 무시
    """,
    re.VERBOSE | re.MULTILINE,
)
# What no sentence of news says of a deal, but one to whoever judges the text might.
ADDRESSED: Final = re.compile(
    r"\b(?:json|prompt|instructions?|classif(?:y|ies|ied|ier|iers|ication)|mislabell?ed"
    r"|labell?(?:ed|ers?|ing)|(?:the|correct|right) (?:label|verdict|answer) (?:is|should|must)"
    r"|compute deal (?:is )?true|true positive|second reader|(?:quote|cite|copy) (?:this|these|the"
    r" following))\b"
)
_ARTICLES: Final = (
    "the a an its their this that these those it he she we they our his her one two both several"
    " another other der die das den dem ein eine le la les un une el los las una uno"
)
_COMMON_NOUNS: Final = (
    "startup startups start-up company companies firm firms lab labs maker makers chipmaker"
    " chipmakers provider providers giant giants customer customers client clients tenant tenants"
    " hyperscaler hyperscalers operator operators investor investors bank banks lender lenders"
    " government developer developers supplier suppliers buyer buyers partner partners parent"
    " subsidiary unit consortium venture fund model models chip chips gpu gpus cloud deal data"
    " center centers centre centres campus site project ceo cfo analyst analysts"
)
# What begins a description, and what ends one.
ARTICLES: Final = frozenset(_ARTICLES.split())
COMMON_NOUNS: Final = frozenset(_COMMON_NOUNS.split())
