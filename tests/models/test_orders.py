"""The orders of figures are about properties that exist and can be compared."""

from __future__ import annotations

import pytest

from materiel.models.orders import ORDERS, Order, orders
from materiel.models.registry import KIND_MODELS, properties

ALL_ORDERS = [pytest.param(kind, order, id=f"{kind} {order.less}") for kind, found in ORDERS.items() for order in found]


@pytest.mark.parametrize(("kind", "order"), ALL_ORDERS)
def test_figures_in_an_order_can_be_compared(kind: str, order: Order) -> None:
    less, more = (properties(kind)[name] for name in order)
    assert order.less != order.more
    assert (less.value_type == "date") == (more.value_type == "date")
    assert less.value_type != "text"
    assert less.unit == more.unit


def test_orders_are_found_by_either_of_their_properties() -> None:
    both = {order for kind in KIND_MODELS for name in properties(kind) for order in orders(kind, name)}
    assert both == {order for found in ORDERS.values() for order in found}
