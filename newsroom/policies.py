"""What the house promises its readers: each policy by its name in an address, its words a template of that name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Policy:
    """`summary` describes it in one sentence; its text is `templates/newsroom/policies/_<name>.html`."""

    name: str
    title: str
    summary: str

    @property
    def template(self) -> str:
        return f"newsroom/policies/_{self.name}.html"


POLICIES = {
    policy.name: policy
    for policy in (
        Policy("ethics", "Ethics", "What we publish, what we leave alone, and whom we owe what."),
        Policy(
            "verification", "Sources and verification", "How a claim gets its level, and who may give it."
        ),
        Policy("corrections", "Corrections", "What happens when we are wrong, and how to tell us."),
        Policy("ownership", "Ownership and funding", "Who pays for this, and what that buys."),
        Policy("diversity", "Names and diversity", "How we write names, and whose stories we look for."),
        Policy("ai-use", "Use of AI", "What machines do here, and what they never do."),
        Policy("privacy", "Privacy", "What we know about our readers: nearly nothing."),
        Policy("contact", "Contact and masthead", "Who makes this, and how to reach us."),
    )
}
