"""How the lines of accounts hang together: which are sums, and on which side of the sum a line stands."""

from __future__ import annotations

from attrs import frozen

RESULT, ADJUSTED, BALANCE = "arets-resultat", "resultat-efter-balanskravsjusteringar", "balanskravsresultat"
LEFT = "underskott-att-aterstalla"
TAXES, GRANTS = "skatteintakter", "generella-statsbidrag-och-utjamning"
EQUITY, PENSIONS = "eget-kapital", "pensionsforpliktelser-utanfor-balansrakningen"
RESERVED, USED = "reservering-till-reserv", "anvandning-av-reserv"
EQUALISATION_USED = "anvandning-av-resultatutjamningsreserv"
GAINS, GAINS_KEPT = "realisationsvinster", "realisationsvinster-enligt-undantag"
LOSSES_KEPT = "realisationsforluster-enligt-undantag"
UNREALISED, REVERSED = "orealiserade-vinster-och-forluster", "aterforing-av-orealiserade"
UNREALISED_GAINS, UNREALISED_LOSSES = "orealiserade-vinster", "orealiserade-forluster"
REVERSED_LOSSES = "aterforing-av-orealiserade-forluster"
REVERSED_GAINS = "aterforing-av-orealiserade-vinster"

SPLIT = {
    UNREALISED: (UNREALISED_GAINS, UNREALISED_LOSSES),
    REVERSED: (REVERSED_LOSSES, REVERSED_GAINS),
}
"""Lines that some reports print as two."""

OPTIONAL = frozenset({GAINS_KEPT, LOSSES_KEPT, EQUALISATION_USED})
"""Lines that a report leaves out when there is nothing on them: exceptions, and a reserve of the older kind."""


@frozen
class Sum:
    """
    A line that is the sum of others (delsumma).

    Attributes:
        line: The sum.
        parts: Its parts, each with the sign that it is printed with; a line of `SPLIT` stands for its two.
    """

    line: str
    parts: tuple[str, ...]


SUMS = (
    Sum("verksamhetens-nettokostnader", ("verksamhetens-intakter", "verksamhetens-kostnader", "avskrivningar")),
    Sum("verksamhetens-resultat", ("verksamhetens-nettokostnader", TAXES, GRANTS)),
    Sum(
        "resultat-efter-finansiella-poster",
        ("verksamhetens-resultat", "finansiella-intakter", "finansiella-kostnader"),
    ),
    Sum(RESULT, ("resultat-efter-finansiella-poster", "extraordinara-poster")),
    Sum(ADJUSTED, (RESULT, GAINS, GAINS_KEPT, LOSSES_KEPT, UNREALISED, REVERSED)),
    Sum(BALANCE, (ADJUSTED, RESERVED, USED, EQUALISATION_USED)),
    Sum("summa-tillgangar", ("anlaggningstillgangar", "omsattningstillgangar")),
    Sum(
        "summa-eget-kapital-avsattningar-och-skulder",
        (EQUITY, "avsattningar", "langfristiga-skulder", "kortfristiga-skulder"),
    ),
    Sum("summa-tillgangar", ("summa-eget-kapital-avsattningar-och-skulder",)),
)
"""Every sum of the income statement, the balance statement and the balance sheet."""

SIDES = {
    "verksamhetens-kostnader": -1,
    "avskrivningar": -1,
    "finansiella-kostnader": -1,
    "verksamhetens-intakter": 1,
    "finansiella-intakter": 1,
    TAXES: 1,
    GAINS: -1,
    GAINS_KEPT: 1,
    LOSSES_KEPT: 1,
    UNREALISED_GAINS: -1,
    UNREALISED_LOSSES: 1,
    REVERSED_LOSSES: -1,
    REVERSED_GAINS: 1,
    LEFT: -1,
    RESERVED: -1,
    USED: 1,
    EQUALISATION_USED: 1,
    "investeringar": 1,
}
"""The sign that a line has in the sum; a line that may have either is not here."""

OTHER_SIDE = {
    GAINS: LOSSES_KEPT,
    LOSSES_KEPT: GAINS,
    GAINS_KEPT: GAINS,
    UNREALISED_GAINS: UNREALISED_LOSSES,
    UNREALISED_LOSSES: UNREALISED_GAINS,
    REVERSED_LOSSES: REVERSED_GAINS,
    REVERSED_GAINS: REVERSED_LOSSES,
    RESERVED: USED,
    USED: RESERVED,
    "finansiella-kostnader": "finansiella-intakter",
    "finansiella-intakter": "finansiella-kostnader",
    "verksamhetens-kostnader": "verksamhetens-intakter",
    "verksamhetens-intakter": "verksamhetens-kostnader",
}
"""The line that a figure with the other sign is likely to belong to."""
