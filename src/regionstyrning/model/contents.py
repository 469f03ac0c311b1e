"""What documents, decisions and steps are about, in words that no region owns."""

from __future__ import annotations

from enum import Enum


class Content(Enum):
    """What rules ask for in a document, a decision or a step (dokumentslagets innehåll), whatever it is called."""

    INTERNAL_CONTROL = "internkontrollplan"
    RISK_ANALYSIS = "riskanalys"
    REGISTER = "förteckning över juridiska personer"
    GEH_GUIDELINES = "riktlinjer för god ekonomisk hushållning"
    BUDGET = "budget"
    GROUP_ECONOMY = "koncernföretagens ekonomi"
    INTERIM_REPORT = "delårsrapport"
    ANNUAL_REPORT = "årsredovisning"
    TAX_RATE = "skattesats"
