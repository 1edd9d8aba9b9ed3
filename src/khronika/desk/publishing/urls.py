"""The addresses of publishing."""

urlpatterns: list[object] = []
